import { type Selectable, sql, type Updateable } from "kysely";
import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { gathered, type NumberedRow, rowsInOrder } from "../../platform/database/gathered.ts";
import type { GroupTable } from "../../platform/database/schema/directory-tables.ts";
import type { Group } from "./rules/group.ts";

/** Adds a group; false when its id is taken. */
export async function insertGroup(transaction: DatabaseTransaction, group: Group): Promise<boolean> {
  const added = await transaction
    .insertInto("group")
    .values({ ...group, description: group.description ?? null, deletedAt: group.deletedAt ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Living groups with these ids. */
export async function selectGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupIds: readonly GroupId[],
): Promise<Group[]> {
  if (groupIds.length === 0) return [];
  const rows = await handle
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where("groupId", "in", groupIds)
    .orderBy("displayName")
    .orderBy("groupId")
    .execute();
  return rows.map(groupFromRow);
}

/** A living group, locked until the transaction ends. */
export async function selectGroupForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<Group | undefined> {
  const row = await transaction
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("groupId", "=", groupId)
    .where("deletedAt", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && groupFromRow(row);
}

/** Changes a living group; undefined when there is none. */
export async function updateLivingGroup(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  groupId: GroupId,
  changes: Updateable<GroupTable>,
): Promise<Group | undefined> {
  const row = await transaction
    .updateTable("group")
    .set(changes)
    .where("tenantId", "=", tenantId)
    .where("groupId", "=", groupId)
    .where("deletedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && groupFromRow(row);
}

/** A stored row as the domain's value. */
export function groupFromRow(row: Selectable<GroupTable>): Group {
  return {
    tenantId: row.tenantId,
    groupId: row.groupId,
    displayName: row.displayName,
    description: row.description ?? undefined,
    mailNickname: row.mailNickname,
    createdAt: row.createdAt,
    deletedAt: row.deletedAt ?? undefined,
  };
}

/** Living groups that `memberId` belongs to: directly, or also through living groups in groups. */
export function selectGroupsOfMember(
  handle: DatabaseHandle,
  tenantId: TenantId,
  memberId: string,
  depth: "direct" | "transitive",
): Promise<GroupId[]> {
  return askGroupsOfMember(handle, { tenantId, memberId, isTransitive: depth === "transitive" });
}

interface AskedMember {
  readonly tenantId: TenantId;
  readonly memberId: string;
  readonly isTransitive: boolean;
}

const askGroupsOfMember = gathered<AskedMember, GroupId[]>(async (handle, asks) => {
  const { rows } = await sql<NumberedRow & { groupId: GroupId }>`
    with recursive membership as (
      select asked.number, asked.is_transitive, member.tenant_id, member.group_id
      from unnest(${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.memberId)}::uuid[],
        ${asks.map((ask) => ask.isTransitive)}::boolean[])
        with ordinality as asked (tenant_id, member_id, is_transitive, number)
      join group_member member on member.tenant_id = asked.tenant_id and member.member_id = asked.member_id
      join "group" on "group".tenant_id = member.tenant_id and "group".group_id = member.group_id
        and "group".deleted_at is null
      union
      select membership.number, membership.is_transitive, parent.tenant_id, parent.group_id
      from membership
      join group_member parent
        on parent.tenant_id = membership.tenant_id and parent.member_id = membership.group_id
      join "group" on "group".tenant_id = parent.tenant_id and "group".group_id = parent.group_id
        and "group".deleted_at is null
      where membership.is_transitive
    )
    select number, group_id from membership`.execute(handle);
  return rowsInOrder(asks, rows).map((own) => own.map((row) => row.groupId).sort());
});
