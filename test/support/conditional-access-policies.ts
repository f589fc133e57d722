import {
  type ConditionalAccessPolicy,
  nobody,
  type PeopleSet,
  type PolicyConditions,
} from "../../src/domain/conditional-access/rules/conditional-access-policy.ts";
import { addPolicy, removePolicy } from "../../src/domain/conditional-access/save-policy.ts";
import type { TenantId, UserId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** Conditions that fit whoever is among these people, for everything and from everywhere. */
export function conditionsFor(
  people: Partial<PeopleSet>,
  more: Partial<PolicyConditions> = {},
): PolicyConditions {
  return {
    includedPeople: { ...nobody, ...people },
    excludedPeople: nobody,
    includedApplications: "all",
    excludedApplications: [],
    places: undefined,
    ...more,
  };
}

/** A policy in force that lets nobody in to whom its conditions fit. */
export async function block(
  machine: Machine,
  tenantId: TenantId,
  conditions: PolicyConditions,
  state: ConditionalAccessPolicy["state"] = "on",
): Promise<ConditionalAccessPolicy> {
  const controls = { operator: "or", blocks: true } as const;
  return accepted(
    await addPolicy(machine, byOperator, { tenantId, displayName: "Closed", state, conditions, controls }),
  );
}

/** Blocks one person for as long as something takes. */
export async function whileBlocked<Seen>(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  visit: () => Promise<Seen>,
): Promise<Seen> {
  const policy = await block(machine, tenantId, conditionsFor({ userIds: [userId] }));
  const seen = await visit();
  await removePolicy(machine, byOperator, policy);
  return seen;
}
