import type { InvitationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { queueMails } from "../../platform/mail/queue-mail.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUser } from "../directory/find-user.ts";
import { isAddressOpen } from "../policies/rules/domain-restriction.ts";
import { composeMail } from "./compose-invitation.ts";
import { findInvitation } from "./find-invitation.ts";
import { insertInvitations } from "./invitation-store.ts";
import { mayManageInvitation } from "./may-manage-invitation.ts";
import { newInvitation } from "./new-invitation.ts";
import type { Invitation } from "./rules/invitation.ts";
import { invitationEnd } from "./rules/invitation-lifetime.ts";
import type { InviterRefusal } from "./rules/invite-refusal.ts";

export interface ResentInvitation {
  readonly invitation: Invitation;
  readonly redeemUrl: string;
}

export type ResendRefusal =
  | InviterRefusal
  | {
      readonly code:
        | "invitation-unknown"
        | "invitation-of-another-inviter"
        | "guest-deleted"
        | "already-accepted"
        | "domain-refused"
        | "lifetime-unusable";
    };

/**
 * Issues a fresh link on the same terms, with the mail again or (`sendMail: false`) only to be copied. Links sent
 * before keep working until they end, unless they were revoked: the guest may open either mail.
 */
export async function resendInvitation(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly invitationId: InvitationId; readonly sendMail: boolean },
): Promise<Result<ResentInvitation, ResendRefusal>> {
  const { tenantId, sendMail } = input;
  const now = machine.clock();
  const earlier = await findInvitation(machine.database, tenantId, input.invitationId, now);
  if (earlier === undefined) return refuse({ code: "invitation-unknown" });
  const managing = await mayManageInvitation(machine, circumstances.actor, earlier);
  if (!managing.ok) return managing;
  const inviting = managing.value;
  const user = await findUser(machine.database, tenantId, earlier.userId);
  const application = earlier.applicationId
    ? await findApplicationInTenant(machine.database, tenantId, earlier.applicationId)
    : undefined;

  if (user === undefined) return refuse({ code: "guest-deleted" });
  if (user.redemptionState !== "pending") return refuse({ code: "already-accepted" });
  if (!isAddressOpen(inviting.restriction, earlier.email)) return refuse({ code: "domain-refused" });
  const end = invitationEnd(now, lifetimeOf(earlier), inviting.settings.invitationLifetimeDays);
  if (!end.ok) return end;
  const terms = { ...earlier, sendMail, expiresAt: end.value };
  const fresh = newInvitation(machine.configuration.publicUrl, inviting, terms, now);
  const invitation = fresh.invitation(user.userId);
  const mail = composeMail(inviting, { user, application }, fresh);

  await machine.database.transaction().execute(async (transaction) => {
    await insertInvitations(transaction, [{ ...fresh, invitation }]);
    await queueMails(machine, transaction, mail ? [mail] : []);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "invitation-resent",
      result: "success",
      target: { kind: "user", id: user.userId, name: user.displayName },
      details: {
        invitationId: invitation.invitationId,
        resentInvitationId: earlier.invitationId,
        email: earlier.email,
        sendMail,
      },
    });
  });
  return accept({ invitation, redeemUrl: fresh.link });
}

/** As many days again as the earlier invitation had. */
function lifetimeOf(earlier: Invitation): number | null {
  if (earlier.expiresAt === undefined) return null;
  const milliseconds = earlier.expiresAt.getTime() - earlier.createdAt.getTime();
  return Math.max(1, Math.round(milliseconds / (24 * 60 * 60 * 1000)));
}
