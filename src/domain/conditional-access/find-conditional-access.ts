import type { ConditionalAccessPolicyId, NamedLocationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectLocations, selectPolicies } from "./conditional-access-store.ts";
import type { ConditionalAccessPolicy, NamedLocation } from "./rules/conditional-access-policy.ts";

/** The policies of a tenant, the oldest first. */
export function listPolicies(handle: DatabaseHandle, tenantId: TenantId): Promise<ConditionalAccessPolicy[]> {
  return selectPolicies(handle, tenantId);
}

/** One of them. */
export async function findPolicy(
  handle: DatabaseHandle,
  tenantId: TenantId,
  policyId: ConditionalAccessPolicyId,
): Promise<ConditionalAccessPolicy | undefined> {
  return (await selectPolicies(handle, tenantId)).find((policy) => policy.policyId === policyId);
}

/** The named locations of a tenant, the oldest first. */
export function listLocations(handle: DatabaseHandle, tenantId: TenantId): Promise<NamedLocation[]> {
  return selectLocations(handle, tenantId);
}

/** One of them. */
export async function findLocation(
  handle: DatabaseHandle,
  tenantId: TenantId,
  locationId: NamedLocationId,
): Promise<NamedLocation | undefined> {
  return (await selectLocations(handle, tenantId)).find((location) => location.locationId === locationId);
}
