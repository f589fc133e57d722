import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import { selectUserForUpdate } from "./user-store.ts";

/** A living user whom nobody else changes until the transaction ends: for decisions that must still hold when written. */
export function lockUser(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<User | undefined> {
  return selectUserForUpdate(transaction, tenantId, userId);
}
