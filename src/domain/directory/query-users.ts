import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import type { UserCondition } from "./rules/user-condition.ts";
import { countUsersWhere, selectUserPage, type UserOrder } from "./user-query-store.ts";

export interface UserQuery {
  readonly where?: UserCondition | undefined;
  /** The last user of the page before. */
  readonly after?: UserId | undefined;
  readonly limit: number;
  readonly orderBy: UserOrder;
  readonly direction?: "ascending" | "descending";
  /** Deleted users instead of the living ones. */
  readonly deleted?: boolean;
}

/** One page of users. Ordered by id, a page costs the same however many users there are. */
export function queryUsers(handle: DatabaseHandle, tenantId: TenantId, query: UserQuery): Promise<User[]> {
  return selectUserPage(handle, tenantId, query);
}

/** How many users fulfil the condition. */
export function countUsers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: { readonly where?: UserCondition | undefined; readonly deleted?: boolean } = {},
): Promise<number> {
  return countUsersWhere(handle, tenantId, query);
}
