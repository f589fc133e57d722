import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";

/** Has browsers forget what users were signed in to before a moment, and applications told; after the commit. */
export async function announceEndedSessions(
  machine: Machine,
  transaction: DatabaseTransaction,
  before: Date,
  ...users: readonly { readonly tenantId: TenantId; readonly userId: UserId }[]
): Promise<void> {
  const payloads = users.map(({ tenantId, userId }) => ({ tenantId, userId, before: before.toISOString() }));
  if (payloads.length > 0) await machine.jobs.enqueue(transaction, "end-sessions", payloads);
}
