import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  countGroupsWhere,
  type GroupCountQuery,
  type GroupPageQuery,
  selectGroupPage,
} from "./group-query-store.ts";
import type { Group } from "./rules/group.ts";

/** One page of groups. */
export function queryGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: GroupPageQuery,
): Promise<Group[]> {
  return selectGroupPage(handle, tenantId, query);
}

/** How many groups fulfil the condition. */
export function countGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: GroupCountQuery = {},
): Promise<number> {
  return countGroupsWhere(handle, tenantId, query);
}
