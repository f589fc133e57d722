import type { InvitationId, MailId, UserId } from "../../foundation/identifiers.ts";
import { newIdentifier, newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { Inviting } from "./read-inviting.ts";
import type { Invitation } from "./rules/invitation.ts";
import { redeemLink } from "./rules/redeem-link.ts";

/** An invitation about to be written. The link exists only here: what is stored is the digest of its ticket. */
export interface NewInvitation {
  readonly link: string;
  readonly terms: InvitationTerms;
  /** Undefined: no mail goes out. */
  readonly mailId: MailId | undefined;
  readonly ticketDigest: Buffer;
  invitation(userId: UserId): Invitation;
}

/** What a fresh invitation takes over from the request, or from the invitation that is sent again. */
export type InvitationTerms = Pick<
  Invitation,
  | "email"
  | "displayName"
  | "redirectUrl"
  | "applicationId"
  | "messageBody"
  | "messageLanguage"
  | "copyRecipients"
  | "sendMail"
  | "resetRedemption"
  | "expiresAt"
>;

/** Draws a fresh link. `isAccepted`: nothing is left to accept, so the link is only a way to the application. */
export function newInvitation(
  publicUrl: string,
  { tenant: { tenantId }, inviter }: Pick<Inviting, "tenant" | "inviter">,
  terms: InvitationTerms,
  now: Date,
  isAccepted = false,
): NewInvitation {
  const invitationId = newIdentifier<InvitationId>();
  const ticket = newOpaqueToken();
  const mailId = terms.sendMail && !isAccepted ? newOrderedIdentifier<MailId>(now) : undefined;
  const state = isAccepted ? ("accepted" as const) : ("pending" as const);
  return {
    link: redeemLink(publicUrl, { tenantId, invitationId, ticket }),
    terms,
    mailId,
    ticketDigest: hashOpaqueToken(ticket),
    invitation: (userId) => ({
      email: terms.email,
      displayName: terms.displayName,
      redirectUrl: terms.redirectUrl,
      applicationId: terms.applicationId,
      messageBody: terms.messageBody,
      messageLanguage: terms.messageLanguage,
      copyRecipients: terms.copyRecipients,
      sendMail: terms.sendMail,
      resetRedemption: terms.resetRedemption,
      expiresAt: terms.expiresAt,
      tenantId,
      invitationId,
      userId,
      inviter,
      state,
      mailId,
      createdAt: now,
      acceptedAt: isAccepted ? now : undefined,
      revokedAt: undefined,
    }),
  };
}
