import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { insertServicePrincipal } from "./registration-store.ts";
import type { ServicePrincipal } from "./rules/application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";

/**
 * Graph's service principal in a tenant, made when it is asked for the first time: every tenant has Graph, and
 * directory, which opens tenants, does not know applications.
 */
export async function ensureGraphServicePrincipal(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<ServicePrincipal> {
  const by = { applicationId: graphApplicationId };
  const present = await selectServicePrincipal(handle, tenantId, by);
  if (present) return present;
  const tenant = await findTenant(handle, tenantId);
  if (!tenant) throw new Error(`there is no tenant ${tenantId}`);
  await insertServicePrincipal(handle, {
    tenantId,
    servicePrincipalId: newIdentifier<ServicePrincipalId>(),
    applicationId: graphApplicationId,
    displayName: "Graph",
    createdAt: tenant.createdAt,
  });
  const made = await selectServicePrincipal(handle, tenantId, by);
  if (!made) throw new Error(`Graph has no service principal in tenant ${tenantId}`);
  return made;
}
