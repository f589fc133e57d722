import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { PageQuery } from "../../platform/database/select-page.ts";
import { selectApplicationsInTenant } from "./application-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import type { ApplicationInTenant } from "./rules/application.ts";
import { graphApplication, wellKnownGraphUri } from "./rules/graph-permissions.ts";
import type {
  ServicePrincipalCondition,
  ServicePrincipalProperties,
} from "./rules/service-principal-condition.ts";
import { countServicePrincipalsWhere, selectServicePrincipalPage } from "./service-principal-query-store.ts";

/** One page of the applications that are present in a tenant, Graph among them. */
export async function queryServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery<ServicePrincipalProperties>,
): Promise<ApplicationInTenant[]> {
  await ensureGraphServicePrincipal(handle, tenantId);
  return findServicePrincipals(handle, tenantId, await selectServicePrincipalPage(handle, tenantId, query));
}

/** How many of them fulfil the condition. */
export async function countServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  where?: ServicePrincipalCondition,
): Promise<number> {
  await ensureGraphServicePrincipal(handle, tenantId);
  return countServicePrincipalsWhere(handle, tenantId, where);
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
  const found = new Map(
    [...registered, builtIn].map((one) => [one.servicePrincipal.servicePrincipalId, one]),
  );
  return servicePrincipalIds.flatMap((id) => found.get(id) ?? []);
}
