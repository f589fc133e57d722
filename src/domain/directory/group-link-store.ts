import { sql } from "kysely";
import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { GroupMember, GroupRelation } from "./rules/directory-object.ts";

/** Members and owners are kept alike, each in a table of their own. */
const links = {
  member: { table: sql.table("group_member"), id: sql.ref("member_id"), kind: sql.ref("member_kind") },
  owner: { table: sql.table("group_owner"), id: sql.ref("owner_id"), kind: sql.ref("owner_kind") },
} as const;

/** Those of these ids that are members or owners of the group, living or not. */
export async function selectLinkedIds(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
  relation: GroupRelation,
  ids: readonly string[],
): Promise<string[]> {
  const { table, id } = links[relation];
  const { rows } = await sql<{ id: string }>`
    select ${id} as id from ${table}
    where tenant_id = ${tenantId} and group_id = ${groupId} and ${id} = any(${ids}::uuid[])`.execute(handle);
  return rows.map((row) => row.id);
}

/** Adds members or owners. Returns the ids that were not there before. */
export async function insertGroupLinks(
  transaction: DatabaseTransaction,
  group: { readonly tenantId: TenantId; readonly groupId: GroupId },
  relation: GroupRelation,
  objects: readonly GroupMember[],
  addedAt: Date,
): Promise<string[]> {
  const { table, id, kind } = links[relation];
  const { rows } = await sql<{ id: string }>`
    insert into ${table} (tenant_id, group_id, ${id}, ${kind}, added_at)
    select ${group.tenantId}, ${group.groupId}, added.id, added.kind, ${addedAt}
    from unnest(${objects.map((object) => object.id)}::uuid[], ${objects.map((object) => object.kind)}::text[])
      as added (id, kind)
    on conflict do nothing returning ${id} as id`.execute(transaction);
  return rows.map((row) => row.id);
}

/** Takes a member or an owner out; false when they were not there. */
export async function deleteGroupLink(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
  relation: GroupRelation,
  objectId: string,
): Promise<boolean> {
  const { table, id } = links[relation];
  const { rows } = await sql`
    delete from ${table}
    where tenant_id = ${tenantId} and group_id = ${groupId} and ${id} = ${objectId}
    returning ${id}`.execute(transaction);
  return rows.length === 1;
}

/** The living users that own the group. */
export async function selectOwningUsers(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select owner_id as id from group_owner
    join "user" on "user".tenant_id = group_owner.tenant_id and "user".user_id = owner_id
    where group_owner.tenant_id = ${tenantId} and group_id = ${groupId} and "user".deleted_at is null`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** Lets one transaction after the other put groups into groups of a tenant, so that each sees the last one's. */
export async function lockNesting(transaction: DatabaseTransaction, tenantId: TenantId): Promise<void> {
  await sql`select from tenant where tenant_id = ${tenantId} for no key update`.execute(transaction);
}

/** Every group that this one lies in, however deep; deleted ones too, because they can come back. */
export async function selectGroupsAbove(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<string[]> {
  const { rows } = await sql<{ groupId: string }>`
    with recursive above as (
      select group_id from group_member where tenant_id = ${tenantId} and member_id = ${groupId}
      union
      select parent.group_id from above join group_member parent
        on parent.tenant_id = ${tenantId} and parent.member_id = above.group_id
    )
    select group_id from above`.execute(transaction);
  return rows.map((row) => row.groupId);
}
