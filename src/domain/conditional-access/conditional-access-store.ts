import type { Selectable } from "kysely";
import type { ConditionalAccessPolicyId, NamedLocationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  ConditionalAccessPolicyTable,
  NamedLocationTable,
} from "../../platform/database/schema/conditional-access-tables.ts";
import type {
  ConditionalAccessPolicy,
  GrantControls,
  NamedLocation,
} from "./rules/conditional-access-policy.ts";

/** The policies of a tenant, the oldest first. */
export async function selectPolicies(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<ConditionalAccessPolicy[]> {
  const rows = await handle
    .selectFrom("conditionalAccessPolicy")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("createdAt")
    .orderBy("policyId")
    .execute();
  return rows.map(policyOf);
}

/** Writes a policy, new or in the place of what it was. */
export async function upsertPolicy(
  transaction: DatabaseTransaction,
  { conditions, controls, changedAt, ...policy }: ConditionalAccessPolicy,
): Promise<void> {
  const values = {
    ...policy,
    changedAt: changedAt ?? null,
    conditions: JSON.stringify(conditions),
    controls: JSON.stringify(controls),
  };
  await transaction
    .insertInto("conditionalAccessPolicy")
    .values(values)
    .onConflict((conflict) => conflict.columns(["tenantId", "policyId"]).doUpdateSet(values))
    .execute();
}

export async function deletePolicy(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  policyId: ConditionalAccessPolicyId,
): Promise<void> {
  await transaction
    .deleteFrom("conditionalAccessPolicy")
    .where("tenantId", "=", tenantId)
    .where("policyId", "=", policyId)
    .execute();
}

/** The named locations of a tenant, the oldest first. */
export async function selectLocations(handle: DatabaseHandle, tenantId: TenantId): Promise<NamedLocation[]> {
  const rows = await handle
    .selectFrom("namedLocation")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("createdAt")
    .orderBy("locationId")
    .execute();
  return rows.map(locationOf);
}

/** Writes a location, new or in the place of what it was. */
export async function upsertLocation(
  transaction: DatabaseTransaction,
  { ranges, changedAt, ...location }: NamedLocation,
): Promise<void> {
  const values = { ...location, changedAt: changedAt ?? null, ranges: JSON.stringify(ranges) };
  await transaction
    .insertInto("namedLocation")
    .values(values)
    .onConflict((conflict) => conflict.columns(["tenantId", "locationId"]).doUpdateSet(values))
    .execute();
}

export async function deleteLocation(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  locationId: NamedLocationId,
): Promise<void> {
  await transaction
    .deleteFrom("namedLocation")
    .where("tenantId", "=", tenantId)
    .where("locationId", "=", locationId)
    .execute();
}

/** JSON keeps no member that is undefined; the types allow its absence. */
function policyOf({
  changedAt,
  conditions,
  controls,
  ...policy
}: Selectable<ConditionalAccessPolicyTable>): ConditionalAccessPolicy {
  return {
    ...policy,
    changedAt: changedAt ?? undefined,
    conditions: conditions as ConditionalAccessPolicy["conditions"],
    // Older policies say nothing of a second factor.
    controls: { secondFactor: false, ...(controls as Omit<GrantControls, "secondFactor">) },
  };
}

function locationOf({ changedAt, ...location }: Selectable<NamedLocationTable>): NamedLocation {
  return { ...location, changedAt: changedAt ?? undefined };
}
