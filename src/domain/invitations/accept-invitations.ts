import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { endPendingInvitations } from "./invitation-store.ts";

/** The guest has accepted: all links still open lead the way from now on, but ask for nothing more. */
export async function markInvitationsAccepted(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
  now: Date,
): Promise<void> {
  await endPendingInvitations(transaction, tenantId, [userId], { state: "accepted", at: now });
}
