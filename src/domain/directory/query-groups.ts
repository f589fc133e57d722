import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { PageQuery } from "../../platform/database/select-page.ts";
import { countGroupsWhere, selectGroupPage } from "./group-query-store.ts";
import type { Group } from "./rules/group.ts";
import type { GroupCondition, GroupProperties } from "./rules/group-condition.ts";

/** One page of groups. */
export function queryGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery<GroupProperties>,
): Promise<Group[]> {
  return selectGroupPage(handle, tenantId, query);
}

/** How many groups fulfil the condition. */
export function countGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  where?: GroupCondition,
): Promise<number> {
  return countGroupsWhere(handle, tenantId, where);
}
