import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import type { DirectoryChangeTable } from "../../platform/database/schema/directory-tables.ts";
import { groupFromRow } from "./group-store.ts";
import { isLiving } from "./related-object-store.ts";
import type { ChangeWindow, DirectoryMoment, MemberChange, MemberPlace } from "./rules/directory-change.ts";
import type { Group } from "./rules/group.ts";
import type { User } from "./rules/user.ts";
import { userColumns, userFromRow } from "./user-row-store.ts";

/**
 * The oldest transaction that may still change this directory: whatever older ones did can be seen from here on.
 * Transactions of other databases on the same server do not count, nor does PostgreSQL's own vacuuming (which has no
 * user). A server made from a copy of this one counts its transactions anew, or again from an earlier one, which the
 * history tells.
 */
export async function selectMoment(handle: DatabaseHandle): Promise<DirectoryMoment> {
  const { rows } = await sql<DirectoryMoment>`
    with taken as materialized (select pg_current_snapshot() as snapshot)
    select coalesce((
        select running from pg_snapshot_xip(taken.snapshot) as running
        where not exists (
          select from pg_locks held join pg_stat_activity activity on activity.pid = held.pid
          where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock'
            and held.transactionid = running::xid
            and (activity.usesysid is null or activity.datname <> current_database()))
        order by running limit 1
      ), pg_snapshot_xmax(taken.snapshot))::text as horizon,
      (select system_identifier from pg_control_system()) || '-'
        || left(pg_walfile_name(pg_current_wal_lsn()), 8) as history
    from taken`.execute(handle);
  const [moment] = rows;
  if (!moment) throw new Error("PostgreSQL did not tell its snapshot");
  return moment;
}

export interface ChangedQuery {
  readonly kind: DirectoryChangeTable["objectKind"];
  readonly window: ChangeWindow;
  /** Whether a membership counts as a change of the group. */
  readonly withMembers: boolean;
  readonly among: readonly string[] | undefined;
  readonly from: { readonly id: string; readonly isIncluded: boolean } | undefined;
  readonly limit: number;
}

/** Ids of objects that changed, each once, in their order. */
export async function selectChangedIds(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangedQuery,
): Promise<string[]> {
  const { among, from } = query;
  const { rows } = await sql<{ id: string }>`
    select distinct change.object_id as id from directory_change change
    where change.tenant_id = ${tenantId} and change.object_kind = ${query.kind} and ${isWithin(query.window)}
      and ${query.withMembers ? sql`true` : sql`change.member_id = change.object_id`}
      and ${among === undefined ? sql`true` : sql`change.object_id = any(${among}::uuid[])`}
      and ${from === undefined ? sql`true` : sql`change.object_id ${from.isIncluded ? sql`>=` : sql`>`} ${from.id}::uuid`}
    order by id limit ${query.limit}`.execute(handle);
  return rows.map((row) => row.id);
}

/** Users with these ids, living or not. */
export async function selectUsersKept(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<User[]> {
  if (ids.length === 0) return [];
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("userId", "in", ids as readonly UserId[])
    .execute();
  return rows.map(userFromRow);
}

/** Groups with these ids, living or not. */
export async function selectGroupsKept(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<Group[]> {
  if (ids.length === 0) return [];
  const rows = await handle
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("groupId", "in", ids as readonly GroupId[])
    .execute();
  return rows.map(groupFromRow);
}

/**
 * Memberships of these groups, by group and member: all there are, or those that changed within a window with whether
 * they are there now.
 */
export async function selectMemberChanges(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupIds: readonly string[],
  query: {
    readonly window: ChangeWindow | undefined;
    readonly after: MemberPlace | undefined;
    readonly limit: number;
  },
): Promise<MemberChange[]> {
  if (groupIds.length === 0) return [];
  const { window, after } = query;
  const source =
    window === undefined
      ? sql`select group_id, member_id as id, member_kind as kind from group_member
          where tenant_id = ${tenantId} and group_id = any(${groupIds}::uuid[])`
      : sql`select distinct change.object_id as group_id, change.member_id as id, change.member_kind as kind
          from directory_change change
          where change.tenant_id = ${tenantId} and change.object_kind = 'group' and ${isWithin(window)}
            and change.object_id = any(${groupIds}::uuid[]) and change.member_id <> change.object_id`;
  const { rows } = await sql<MemberChange>`
    select * from (
      select related.group_id, related.id, related.kind, ${isLiving(tenantId)} and exists (
        select from group_member member where member.tenant_id = ${tenantId}
          and member.group_id = related.group_id and member.member_id = related.id) as is_member
      from (${source}) related
      where ${after === undefined ? sql`true` : sql`(related.group_id, related.id) > (${after.groupId}::uuid, ${after.memberId}::uuid)`}
    ) found where ${window === undefined ? sql`is_member` : sql`true`}
    order by group_id, id limit ${query.limit}`.execute(handle);
  return rows;
}

/** Forgets what nobody can ask for any more. The database's own clock wrote it, so that clock judges it. */
export async function deleteChangesOlderThan(database: Database, days: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from directory_change where changed_at < now() - make_interval(days => ${days}::integer)`.execute(
    database,
  );
  return Number(numAffectedRows ?? 0n);
}

function isWithin({ from, to }: ChangeWindow): RawBuilder<SqlBool> {
  return sql<SqlBool>`change.changed_in >= ${from}::xid8 and change.changed_in < ${to}::xid8`;
}
