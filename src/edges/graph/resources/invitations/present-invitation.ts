import type { InvitedGuest } from "../../../../domain/invitations/record-invitations.ts";
import { odataContext } from "../../odata/page.ts";

/** The answer to `POST /invitations`. Properties stand in the order of the reference, and empty ones are null. */
export function presentInvitation(
  publicUrl: string,
  invited: InvitedGuest,
  invitedUserType: "Guest" | "Member",
): object {
  const { invitation, user } = invited;
  const { copyRecipients } = invitation;
  return {
    "@odata.context": odataContext(publicUrl, "invitations", undefined, true),
    id: invitation.invitationId,
    inviteRedeemUrl: invited.redeemUrl,
    invitedUserDisplayName: invitation.displayName ?? null,
    invitedUserType,
    invitedUserEmailAddress: invitation.email,
    sendInvitationMessage: invitation.sendMail,
    resetRedemption: invitation.resetRedemption,
    inviteRedirectUrl: invitation.redirectUrl,
    status: invited.step === "already-accepted" ? "Completed" : "PendingAcceptance",
    invitedUserMessageInfo: {
      messageLanguage: invitation.messageLanguage ?? null,
      customizedMessageBody: invitation.messageBody ?? null,
      // Clients read the first recipient without looking whether there is one.
      ccRecipients: (copyRecipients.length > 0 ? copyRecipients : [{ name: null, address: null }]).map(
        ({ name, address }) => ({ emailAddress: { name, address } }),
      ),
    },
    invitedUser: { id: user.userId, userPrincipalName: user.userPrincipalName },
  };
}
