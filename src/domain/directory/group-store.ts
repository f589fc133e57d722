import { type Insertable, type Selectable, sql } from "kysely";
import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { GroupMemberTable, GroupTable } from "../../platform/database/database-schema.ts";
import { gathered, type NumberedRow, rowsInOrder } from "../../platform/database/gathered.ts";
import type { Group } from "./rules/group.ts";
import type { Sponsor as GroupMember } from "./rules/sponsor.ts";

/** Adds a group; false when its id is taken. */
export async function insertGroup(
  transaction: DatabaseTransaction,
  row: Insertable<GroupTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("group")
    .values(row)
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

/** A stored row as the domain's value. */
export function groupFromRow(row: Selectable<GroupTable>): Group {
  return {
    tenantId: row.tenantId,
    groupId: row.groupId,
    displayName: row.displayName,
    description: row.description ?? undefined,
    mailNickname: row.mailNickname,
    createdAt: row.createdAt,
  };
}

/** Adds somebody to a group; false when they are in it already. */
export async function insertGroupMember(
  transaction: DatabaseTransaction,
  row: Insertable<GroupMemberTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("groupMember")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Living groups that `memberId` belongs to: directly, or also through groups in groups (a circle ends by itself). */
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
      union
      select membership.number, membership.is_transitive, parent.tenant_id, parent.group_id
      from membership join group_member parent
        on parent.tenant_id = membership.tenant_id and parent.member_id = membership.group_id
      where membership.is_transitive
    )
    select membership.number, "group".group_id from membership join "group"
      on "group".tenant_id = membership.tenant_id and "group".group_id = membership.group_id
    where "group".deleted_at is null`.execute(handle);
  return rowsInOrder(asks, rows).map((own) => own.map((row) => row.groupId).sort());
});

/** Living direct members of a group, by id. */
export async function selectGroupMembers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<GroupMember[]> {
  const { rows } = await sql<{ id: string; kind: "user" | "group" }>`
    select member_id as id, member_kind as kind from group_member
    where tenant_id = ${tenantId} and group_id = ${groupId}
      and (${page.after ?? null}::uuid is null or member_id > ${page.after ?? null}::uuid)
      and case member_kind
        when 'user' then exists (select from "user"
          where "user".tenant_id = ${tenantId} and user_id = member_id and deleted_at is null)
        else exists (select from "group" inside
          where inside.tenant_id = ${tenantId} and inside.group_id = member_id and inside.deleted_at is null)
        end
    order by member_id limit ${page.limit}`.execute(handle);
  return rows as GroupMember[];
}
