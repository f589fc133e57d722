import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import {
  countUsersWhere,
  selectUserPage,
  type UserCountQuery,
  type UserPageQuery,
} from "./user-query-store.ts";

/** One page of users. Ordered by id, a page costs the same however many users there are. */
export function queryUsers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: UserPageQuery,
): Promise<User[]> {
  return selectUserPage(handle, tenantId, query);
}

/** How many users fulfil the condition. */
export function countUsers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: UserCountQuery = {},
): Promise<number> {
  return countUsersWhere(handle, tenantId, query);
}
