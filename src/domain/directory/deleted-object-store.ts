import { sql } from "kysely";
import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { groupFromRow } from "./group-store.ts";
import type { Group } from "./rules/group.ts";

/** A deleted group that can be restored. */
export async function selectDeletedGroup(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<Group | undefined> {
  const row = await handle
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("groupId", "=", groupId)
    .where("deletedAt", "is not", null)
    .executeTakeFirst();
  return row && groupFromRow(row);
}

/** Brings a deleted group back; undefined when there is none. */
export async function undeleteGroup(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<Group | undefined> {
  const row = await transaction
    .updateTable("group")
    .set({ deletedAt: null })
    .where("tenantId", "=", tenantId)
    .where("groupId", "=", groupId)
    .where("deletedAt", "is not", null)
    .returningAll()
    .executeTakeFirst();
  return row && groupFromRow(row);
}

/** What is left to say of an object that is gone for good. */
export interface PurgedObject {
  readonly id: string;
  readonly displayName: string;
}

/** Removes a deleted user with everything that hangs on them; undefined when there is none. */
export async function purgeDeletedUser(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<PurgedObject | undefined> {
  return transaction
    .deleteFrom("user")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("deletedAt", "is not", null)
    .returning(["userId as id", "displayName"])
    .executeTakeFirst();
}

/** Removes a deleted group with its memberships; undefined when there is none. */
export async function purgeDeletedGroup(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<PurgedObject | undefined> {
  return transaction
    .deleteFrom("group")
    .where("tenantId", "=", tenantId)
    .where("groupId", "=", groupId)
    .where("deletedAt", "is not", null)
    .returning(["groupId as id", "displayName"])
    .executeTakeFirst();
}

export type LongDeleted = { readonly tenantId: TenantId } & (
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId }
);

/** Users and groups of every tenant that were deleted before a moment, oldest first. */
export async function selectDeletedBefore(
  database: Database,
  moment: Date,
  limit: number,
): Promise<LongDeleted[]> {
  const { rows } = await sql<LongDeleted>`
    select tenant_id, 'user' as kind, user_id as id, deleted_at from "user" where deleted_at < ${moment}
    union all
    select tenant_id, 'group', group_id, deleted_at from "group" where deleted_at < ${moment}
    order by deleted_at limit ${limit}`.execute(database);
  return rows;
}
