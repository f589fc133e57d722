import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";

/** The directory roles a user holds. */
export async function selectRoles(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<DirectoryRole[]> {
  const rows = await handle
    .selectFrom("directoryRoleAssignment")
    .select("role")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .orderBy("role")
    .execute();
  return rows.map((row) => row.role as DirectoryRole);
}

/** Gives a user directory roles; those held already stay as they are. */
export async function insertRoles(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
  roles: readonly DirectoryRole[],
  assignedAt: Date,
): Promise<void> {
  if (roles.length === 0) return;
  await transaction
    .insertInto("directoryRoleAssignment")
    .values(roles.map((role) => ({ tenantId, userId, role, assignedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
