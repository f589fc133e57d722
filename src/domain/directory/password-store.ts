import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";

/** The stored password hash of a living internal user. */
export async function selectPasswordHash(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<string | undefined> {
  const row = await passwordOf(handle, tenantId, userId).executeTakeFirst();
  return row?.passwordHash ?? undefined;
}

/** The same, locked until the transaction ends. */
export async function lockPasswordHash(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<string | undefined> {
  const row = await passwordOf(transaction, tenantId, userId).forUpdate().executeTakeFirst();
  return row?.passwordHash ?? undefined;
}

function passwordOf(handle: DatabaseHandle, tenantId: TenantId, userId: UserId) {
  return handle
    .selectFrom("user")
    .select("passwordHash")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("deletedAt", "is", null)
    .where("isExternal", "=", false);
}
