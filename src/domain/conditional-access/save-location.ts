import type { NamedLocationId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { lockTenant } from "../directory/lock-tenant.ts";
import {
  deleteLocation,
  selectLocations,
  selectPolicies,
  upsertLocation,
} from "./conditional-access-store.ts";
import { mostLocations, type NamedLocation } from "./rules/conditional-access-policy.ts";
import { namedInPolicy } from "./rules/named-in-policy.ts";

/** What of a location an administrator decides; ranges are in CIDR notation. */
export type LocationProperties = Pick<NamedLocation, "displayName" | "isTrusted" | "ranges">;

export type SaveLocationRefusal =
  | { readonly code: "too-many-locations" | "location-not-found" }
  | { readonly code: "location-in-use"; readonly policyName: string };

/** Adds networks by a name. */
export async function addLocation(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, ...properties }: LocationProperties & { readonly tenantId: TenantId },
): Promise<Result<NamedLocation, SaveLocationRefusal>> {
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    if ((await selectLocations(transaction, tenantId)).length >= mostLocations)
      return refuse({ code: "too-many-locations" });
    const now = machine.clock();
    const locationId = newIdentifier<NamedLocationId>();
    const location = { tenantId, locationId, ...properties, createdAt: now, changedAt: undefined };
    await upsertLocation(transaction, location);
    await record(transaction, now, circumstances, "named-location-added", location);
    return accept(location);
  });
}

/** Changes a location; what is left out stays. Policies that speak of it follow at once. */
export async function changeLocation(
  machine: Machine,
  circumstances: Circumstances,
  target: Pick<NamedLocation, "tenantId" | "locationId">,
  changes: Partial<LocationProperties>,
): Promise<Result<NamedLocation, SaveLocationRefusal>> {
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, target.tenantId);
    const before = (await selectLocations(transaction, target.tenantId)).find(
      ({ locationId }) => locationId === target.locationId,
    );
    if (!before) return refuse({ code: "location-not-found" });
    const now = machine.clock();
    const location = { ...before, ...changes, changedAt: now };
    await upsertLocation(transaction, location);
    await record(transaction, now, circumstances, "named-location-changed", location);
    return accept(location);
  });
}

/** Takes a location away, unless a policy speaks of it. */
export async function removeLocation(
  machine: Machine,
  circumstances: Circumstances,
  location: NamedLocation,
): Promise<Result<undefined, SaveLocationRefusal>> {
  const { tenantId, locationId } = location;
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    const user = (await selectPolicies(transaction, tenantId)).find(({ conditions }) =>
      namedInPolicy(conditions).locationIds.includes(locationId),
    );
    if (user) return refuse({ code: "location-in-use", policyName: user.displayName });
    await deleteLocation(transaction, tenantId, locationId);
    await record(transaction, machine.clock(), circumstances, "named-location-removed", location);
    return accept(undefined);
  });
}

async function record(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  activity: Activity,
  { tenantId, locationId, displayName, isTrusted, ranges }: NamedLocation,
): Promise<void> {
  await recordEvent(transaction, now, circumstances, {
    ...{ tenantId, activity, result: "success" },
    target: { kind: "policy", id: locationId, name: displayName },
    details: { isTrusted, ranges },
  });
}
