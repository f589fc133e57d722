import { sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import { groupFromRow } from "./group-store.ts";
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
    securityEnabled: { type: "flag", sql: "true" },
    mailEnabled: { type: "flag", sql: "false" },
    groupTypes: { type: "list", sql: "'{}'::text[]" },
  },
};

/** One page of living groups. */
export async function selectGroupPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery<GroupProperties>,
): Promise<Group[]> {
  const select = handle
    .selectFrom("group")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null);
  const rows = await selectPage(handle, groupTable, tenantId, query, select);
  return rows.map(groupFromRow);
}

/** How many living groups of the tenant fulfil the condition. */
export async function countGroupsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  where: GroupCondition | undefined,
): Promise<number> {
  const row = await handle
    .selectFrom("group")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where(compileCondition(groupTable.columns, where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
