import { type SqlBool, sql } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";
import type { RoleAssignment } from "./rules/role-assignment.ts";
import type { User } from "./rules/user.ts";
import { userColumns, userFromRow } from "./user-row-store.ts";

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

/** Which assignments: of one user, of one role, and where to go on. */
export interface AssignmentQuery {
  readonly userId?: UserId | undefined;
  readonly role?: DirectoryRole | undefined;
  readonly after?: RoleAssignment | undefined;
  readonly limit: number;
}

/** Who of the living holds which role, by user and role. */
export async function selectAssignments(
  handle: DatabaseHandle,
  tenantId: TenantId,
  { userId, role, after, limit }: AssignmentQuery,
): Promise<RoleAssignment[]> {
  let query = handle
    .selectFrom("directoryRoleAssignment as held")
    .select(["held.userId", "held.role"])
    .where("held.tenantId", "=", tenantId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("user")
          .select("user.userId")
          .whereRef("user.tenantId", "=", "held.tenantId")
          .whereRef("user.userId", "=", "held.userId")
          .where("user.deletedAt", "is", null),
      ),
    );
  if (userId !== undefined) query = query.where("held.userId", "=", userId);
  if (role !== undefined) query = query.where("held.role", "=", role);
  if (after !== undefined)
    query = query.where(sql<SqlBool>`(held.user_id, held.role) > (${after.userId}::uuid, ${after.role})`);
  const rows = await query.orderBy("held.userId").orderBy("held.role").limit(limit).execute();
  return rows.map((row) => ({ userId: row.userId, role: row.role as DirectoryRole }));
}

/** The living users who hold a role, by name. */
export async function selectRoleHolders(
  handle: DatabaseHandle,
  tenantId: TenantId,
  role: DirectoryRole,
): Promise<User[]> {
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where("userId", "in", (expression) =>
      expression
        .selectFrom("directoryRoleAssignment")
        .select("userId")
        .where("tenantId", "=", tenantId)
        .where("role", "=", role),
    )
    .orderBy("displayName")
    .orderBy("userId")
    .execute();
  return rows.map(userFromRow);
}

/** Gives a user directory roles; those held already stay as they are. Returns how many are new. */
export async function insertRoles(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
  roles: readonly DirectoryRole[],
  assignedAt: Date,
): Promise<number> {
  if (roles.length === 0) return 0;
  const added = await transaction
    .insertInto("directoryRoleAssignment")
    .values(roles.map((role) => ({ tenantId, userId, role, assignedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows);
}

/** Takes a role from a user; false when they do not hold it. */
export async function deleteRole(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  { userId, role }: RoleAssignment,
): Promise<boolean> {
  const removed = await transaction
    .deleteFrom("directoryRoleAssignment")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("role", "=", role)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

/**
 * The holders of a role who can sign in. Their assignments are locked until the transaction ends, so that of two who
 * would leave a role without holders at the same moment the second one sees what the first one did.
 */
export async function selectAbleHoldersForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  role: DirectoryRole,
): Promise<UserId[]> {
  await transaction
    .selectFrom("directoryRoleAssignment")
    .select("userId")
    .where("tenantId", "=", tenantId)
    .where("role", "=", role)
    .orderBy("userId")
    .forUpdate()
    .execute();
  const holders = await selectRoleHolders(transaction, tenantId, role);
  return holders
    .filter((holder) => holder.accountEnabled && holder.redemptionState !== "pending")
    .map(({ userId }) => userId);
}
