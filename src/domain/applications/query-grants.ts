import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { PageQuery } from "../../platform/database/select-page.ts";
import { countGrantsWhere, type GrantSide, selectGrantPage } from "./grant-query-store.ts";
import type { GrantCondition, GrantId, GrantProperties, PermissionGrant } from "./rules/permission-grant.ts";

export type { GrantSide } from "./grant-query-store.ts";

/** One page of what applications may do on behalf of people. */
export function queryGrants(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: GrantSide,
  query: PageQuery<GrantProperties>,
): Promise<PermissionGrant[]> {
  return selectGrantPage(handle, tenantId, side, query);
}

/** How many there are. */
export function countGrants(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: GrantSide,
  where?: GrantCondition,
): Promise<number> {
  return countGrantsWhere(handle, tenantId, side, where);
}

/** One grant of the tenant. */
export async function findGrant(
  handle: DatabaseHandle,
  tenantId: TenantId,
  grantId: GrantId,
): Promise<PermissionGrant | undefined> {
  const where = { compare: { property: "grantId", operator: "eq", value: grantId } } as const;
  const [found] = await selectGrantPage(handle, tenantId, "all", { where, limit: 1 });
  return found;
}
