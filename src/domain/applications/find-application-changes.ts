import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type ChangeQuery, changedIds } from "../directory/find-changes.ts";
import { type ObjectChange, whatBecameOf } from "../directory/rules/directory-change.ts";
import { selectKeptRegistrations, selectKeptServicePrincipals } from "./application-change-store.ts";
import { selectApplicationPage } from "./application-query-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { findServicePrincipals } from "./query-service-principals.ts";
import type { Application, ApplicationInTenant } from "./rules/application.ts";
import { selectServicePrincipalPage } from "./service-principal-query-store.ts";

/** One page of registrations that changed, by id, as they are now. */
export async function changedRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangeQuery,
): Promise<ObjectChange<Application>[]> {
  const { window, among, from, limit } = query;
  if (window === undefined) {
    const where = among && isOneOf("objectId", among);
    const all = await selectApplicationPage(handle, tenantId, { where, after: from?.id, limit });
    return all.map((item) => ({ kind: "there", id: item.objectId, item }));
  }
  const ids = await changedIds(handle, tenantId, { ...query, kind: "application", window });
  const [living, kept] = await Promise.all([
    selectApplicationPage(handle, tenantId, { where: isOneOf("objectId", ids), limit: ids.length }),
    selectKeptRegistrations(handle, tenantId, ids),
  ]);
  return whatBecameOf(ids, new Map(living.map((one) => [one.objectId as string, one])), new Set(kept));
}

/**
 * One page of service principals that changed, or whose registration did, by id, as they are now. One whose
 * registration cannot be used here any more counts as deleted, since it may come back.
 */
export async function changedServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangeQuery,
): Promise<ObjectChange<ApplicationInTenant>[]> {
  const { window, among, from, limit } = query;
  await ensureGraphServicePrincipal(handle, tenantId);
  const ids: readonly string[] =
    window === undefined
      ? await selectServicePrincipalPage(handle, tenantId, {
          where: among && isOneOf("servicePrincipalId", among),
          after: from?.id,
          limit,
        })
      : await changedIds(handle, tenantId, { ...query, kind: "service-principal", window });
  const [living, kept] = await Promise.all([
    findServicePrincipals(handle, tenantId, ids as ServicePrincipalId[]),
    selectKeptServicePrincipals(handle, tenantId, ids),
  ]);
  const byId = new Map(living.map((one) => [one.servicePrincipal.servicePrincipalId as string, one]));
  return whatBecameOf(ids, byId, new Set(kept));
}

function isOneOf<Name extends string>(property: Name, value: readonly string[]) {
  return { compare: { property, operator: "in" as const, value } };
}
