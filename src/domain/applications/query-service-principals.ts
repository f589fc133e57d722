import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectApplicationsInTenant } from "./application-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import type { ApplicationInTenant } from "./rules/application.ts";
import { graphApplication, wellKnownGraphUri } from "./rules/graph-permissions.ts";
import {
  countServicePrincipalsWhere,
  type ServicePrincipalCountQuery,
  type ServicePrincipalPageQuery,
  selectServicePrincipalPage,
} from "./service-principal-query-store.ts";

/** One page of the applications that are present in a tenant, Graph among them. */
export async function queryServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ServicePrincipalPageQuery,
): Promise<ApplicationInTenant[]> {
  await ensureGraphServicePrincipal(handle, tenantId);
  const ids = await selectServicePrincipalPage(handle, tenantId, query);
  return query.deleted
    ? findDeletedServicePrincipals(handle, tenantId, ids)
    : findServicePrincipals(handle, tenantId, ids);
}

/** How many of them fulfil the condition. */
export async function countServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ServicePrincipalCountQuery = {},
): Promise<number> {
  await ensureGraphServicePrincipal(handle, tenantId);
  return countServicePrincipalsWhere(handle, tenantId, query);
}

/** The applications behind service principals of the tenant, as they are now, in the order of the ids. */
export async function findServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  servicePrincipalIds: readonly ServicePrincipalId[],
): Promise<ApplicationInTenant[]> {
  if (servicePrincipalIds.length === 0) return [];
  const [registered, graph] = await Promise.all([
    selectApplicationsInTenant(handle, tenantId, { servicePrincipalIds }),
    ensureGraphServicePrincipal(handle, tenantId),
  ]);
  const builtIn = {
    application: graphApplication(tenantId, [wellKnownGraphUri]),
    servicePrincipal: graph,
  };
  return inOrder(servicePrincipalIds, [...registered, builtIn]);
}

/** What stood behind service principals that were deleted here, in the order of the ids. */
export async function findDeletedServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  servicePrincipalIds: readonly ServicePrincipalId[],
): Promise<ApplicationInTenant[]> {
  if (servicePrincipalIds.length === 0) return [];
  const filter = { servicePrincipalIds };
  return inOrder(servicePrincipalIds, await selectApplicationsInTenant(handle, tenantId, filter, "deleted"));
}

function inOrder(
  ids: readonly ServicePrincipalId[],
  found: readonly ApplicationInTenant[],
): ApplicationInTenant[] {
  const byId = new Map(found.map((one) => [one.servicePrincipal.servicePrincipalId, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
