import type { InvitationId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUser } from "../directory/find-user.ts";
import { lockUser } from "../directory/lock-user.ts";
import { findInvitation } from "./find-invitation.ts";
import { endPendingInvitations } from "./invitation-store.ts";
import { mayManageInvitation } from "./may-manage-invitation.ts";
import type { InviterRefusal } from "./rules/invite-refusal.ts";

export interface RevokedInvitation {
  /** All links of the guest that were open; none of them works any more. */
  readonly revokedLinks: number;
  /** `never-accepted`: the guest exists and can only be deleted or invited anew; `accepted`: still has access. */
  readonly guest: "never-accepted" | "accepted" | "deleted";
}

/** Makes every open link of the invitation's guest useless. The guest stays; deleting them is another decision. */
export async function revokeInvitation(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly invitationId: InvitationId },
): Promise<
  Result<
    RevokedInvitation,
    InviterRefusal | { readonly code: "invitation-unknown" | "invitation-of-another-inviter" }
  >
> {
  const { tenantId, invitationId } = input;
  const now = machine.clock();
  const invitation = await findInvitation(machine.database, tenantId, invitationId, now);
  if (invitation === undefined) return refuse({ code: "invitation-unknown" });
  const managing = await mayManageInvitation(machine, circumstances.actor, invitation);
  if (!managing.ok) return managing;
  const user = await findUser(machine.database, tenantId, invitation.userId);

  const revokedLinks = await machine.database.transaction().execute(async (transaction) => {
    await lockUser(transaction, tenantId, invitation.userId);
    const revoked = await endPendingInvitations(transaction, tenantId, [invitation.userId], {
      state: "revoked",
      at: now,
    });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "invitation-revoked",
      result: "success",
      target: { kind: "user", id: invitation.userId, name: user?.displayName ?? invitation.email },
      details: { invitationId, email: invitation.email, revokedLinks: revoked },
    });
    return revoked;
  });
  const guest = !user ? "deleted" : user.redemptionState === "pending" ? "never-accepted" : "accepted";
  return accept({ revokedLinks, guest });
}
