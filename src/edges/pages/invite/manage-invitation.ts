import { findInvitation } from "../../../domain/invitations/find-invitation.ts";
import { resendInvitation } from "../../../domain/invitations/resend-invitation.ts";
import { revokeInvitation } from "../../../domain/invitations/revoke-invitation.ts";
import { type InvitationId, parseGuid } from "../../../foundation/identifiers.ts";
import type { FormError } from "../layout/frame.ts";
import { words } from "../words/words.ts";
import type { InvitePage } from "./inviter-request.ts";

/** What a row's button did: news for the person, and a link when a new one was made. */
export interface Managed {
  readonly done?: string;
  readonly errors?: readonly FormError[];
  readonly links?: ReadonlyMap<InvitationId, string>;
}

/** Mails an invitation again, makes a new link for it, or withdraws it. Domain rules say whose it must be. */
export async function manageInvitation(
  page: InvitePage,
  form: Readonly<Record<string, string>>,
): Promise<Managed> {
  const { machine, person, circumstances, frame } = page;
  const t = words(frame.language);
  const { tenantId } = person.tenant;
  const invitationId = parseGuid<InvitationId>(form["invitation"] ?? "");
  const invitation =
    invitationId && (await findInvitation(machine.database, tenantId, invitationId, machine.clock()));
  if (!invitation) return { errors: [{ text: t("invite.error.gone") }] };
  const address = invitation.email;

  if (form["do"] === "revoke") {
    const revoked = await revokeInvitation(machine, circumstances, { tenantId, invitationId });
    return revoked.ok
      ? { done: t("invite.done.revoked", { address }) }
      : { errors: [{ text: t("invite.error.gone") }] };
  }
  const sendMail = form["do"] === "resend";
  const resent = await resendInvitation(machine, circumstances, { tenantId, invitationId, sendMail });
  if (!resent.ok) {
    const isDomain = resent.refusal.code === "domain-refused";
    return {
      errors: [{ text: isDomain ? `${address}: ${t("preview.domain-refused")}` : t("invite.error.gone") }],
    };
  }
  return {
    done: t(sendMail ? "invite.done.resent" : "invite.done.new-link", { address }),
    links: new Map([[resent.value.invitation.invitationId, resent.value.redeemUrl]]),
  };
}
