import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import { groupFromRow } from "./group-store.ts";
import { isRelated, type ObjectRelation } from "./related-object-store.ts";
import type { Group } from "./rules/group.ts";
import type { GroupCondition, GroupProperties } from "./rules/group-condition.ts";

const groupTable: ListedTable<GroupProperties> = {
  name: "group",
  id: "group_id",
  columns: {
    groupId: { type: "id", sql: "group_id" },
    displayName: { type: "text", sql: "lower(display_name)" },
    description: { type: "text", sql: "lower(description)" },
    mailNickname: { type: "text", sql: "lower(mail_nickname)" },
    createdAt: { type: "moment", sql: "created_at" },
    deletedAt: { type: "moment", sql: "deleted_at" },
    securityEnabled: { type: "flag", sql: "true" },
    mailEnabled: { type: "flag", sql: "false" },
    groupTypes: { type: "list", sql: "'{}'::text[]" },
  },
};

interface AmongGroups {
  /** Deleted groups instead of the living ones. */
  readonly deleted?: boolean;
  /** Only groups in this relation. */
  readonly related?: { readonly objectId: string; readonly relation: ObjectRelation } | undefined;
}

export interface GroupPageQuery extends PageQuery<GroupProperties>, AmongGroups {}

export interface GroupCountQuery extends AmongGroups {
  readonly where?: GroupCondition | undefined;
}

/** One page of groups. */
export async function selectGroupPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: GroupPageQuery,
): Promise<Group[]> {
  const select = handle
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where(among(tenantId, query));
  const rows = await selectPage(handle, groupTable, tenantId, query, select);
  return rows.map(groupFromRow);
}

/** How many groups of the tenant fulfil the condition. */
export async function countGroupsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: GroupCountQuery,
): Promise<number> {
  const row = await handle
    .selectFrom("group")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where(among(tenantId, query))
    .where(compileCondition(groupTable.columns, query.where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function among(tenantId: TenantId, { deleted, related }: AmongGroups): RawBuilder<SqlBool> {
  const kept = deleted ? sql<SqlBool>`deleted_at is not null` : sql<SqlBool>`deleted_at is null`;
  return related ? sql<SqlBool>`${kept} and ${isRelated("groupId", tenantId, related)}` : kept;
}
