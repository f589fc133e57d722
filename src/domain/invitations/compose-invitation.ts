import type { Machine } from "../../platform/machine.ts";
import type { MailToQueue } from "../../platform/mail/queue-mail.ts";
import { chooseMailLanguage } from "../../platform/mail/words/mail-language.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { mailBrandOf } from "../directory/branding/mail-brand.ts";
import type { User } from "../directory/rules/user.ts";
import { invitationMessage } from "./invitation-message.ts";
import { type NewInvitation, newInvitation } from "./new-invitation.ts";
import type { PlannedInvitation } from "./plan-invitations.ts";
import type { Inviting } from "./read-inviting.ts";

/** An invitation with its fresh link and, if one is wanted, its mail: ready to be written. */
export interface ComposedInvitation {
  readonly planned: PlannedInvitation;
  readonly fresh: NewInvitation;
  readonly mail: MailToQueue | undefined;
}

/** Draws the link of a planned invitation and writes its mail. */
export function composeInvitation(
  machine: Machine,
  inviting: Inviting,
  planned: PlannedInvitation,
  now: Date,
): ComposedInvitation {
  const { request, plan, expiresAt } = planned;
  const isAccepted = plan.step === "already-accepted";
  const fresh = newInvitation(
    machine.configuration.publicUrl,
    inviting,
    { ...request, expiresAt },
    now,
    isAccepted,
  );
  const mail = composeMail(inviting, planned, fresh);
  return { planned, fresh, mail };
}

/** The mail of a fresh invitation, unless none is wanted or nothing is left to accept. */
export function composeMail(
  { tenant, inviter }: Pick<Inviting, "tenant" | "inviter">,
  about: { readonly user: User | undefined; readonly application: ApplicationInTenant | undefined },
  { link, terms, mailId }: Pick<NewInvitation, "link" | "terms" | "mailId">,
): MailToQueue | undefined {
  if (mailId === undefined) return undefined;
  const { displayName, expiresAt } = terms;
  // The inviter's choice, then the guest's own, then the organisation's.
  const language = chooseMailLanguage([
    terms.messageLanguage,
    about.user?.preferredLanguage,
    tenant.defaultLanguage,
  ]);
  const inviterEmail = inviter.kind === "user" ? inviter.email : undefined;
  const message = invitationMessage({
    language,
    // A program has no name that would mean anything to a guest.
    inviterName: inviter.kind === "user" ? inviter.name : tenant.displayName,
    inviterEmail,
    organisationName: tenant.displayName,
    organisationDomain: tenant.primaryDomain,
    brand: mailBrandOf(tenant, language),
    applicationName: about.application?.servicePrincipal.displayName,
    redirectUrl: terms.redirectUrl,
    messageBody: terms.messageBody,
    redeemUrl: link,
    expiresAt,
    recipientName: displayName,
    contactEmail: tenant.contactEmail,
  });
  return {
    tenantId: tenant.tenantId,
    purpose: "invitation",
    mailId,
    content: {
      ...message,
      to: { address: terms.email, name: displayName },
      cc: terms.copyRecipients.map(({ address, name }) => ({ address, name: name ?? undefined })),
      replyTo: inviterEmail === undefined ? undefined : { address: inviterEmail, name: inviter.name },
      notAfter: expiresAt,
    },
  };
}
