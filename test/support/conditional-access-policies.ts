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
export function block(
  machine: Machine,
  tenantId: TenantId,
  conditions: PolicyConditions,
  state: ConditionalAccessPolicy["state"] = "on",
): Promise<ConditionalAccessPolicy> {
  return add(machine, { tenantId, displayName: "Closed", state, conditions, controls: blocked });
}

/** A policy in force that demands a second factor of those whom its conditions fit. */
export function demandSecondFactor(
  machine: Machine,
  tenantId: TenantId,
  conditions: PolicyConditions,
  state: ConditionalAccessPolicy["state"] = "on",
): Promise<ConditionalAccessPolicy> {
  return add(machine, { tenantId, displayName: "Twice", state, conditions, controls: twice });
}

const blocked = { operator: "or", blocks: true, secondFactor: false, agreementIds: [] } as const;
const twice = { operator: "or", blocks: false, secondFactor: true, agreementIds: [] } as const;

async function add(
  machine: Machine,
  policy: Parameters<typeof addPolicy>[2],
): Promise<ConditionalAccessPolicy> {
  return accepted(await addPolicy(machine, byOperator, policy));
}

/** Blocks one person for as long as something takes. */
export function whileBlocked<Seen>(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  visit: () => Promise<Seen>,
): Promise<Seen> {
  return whileInForce(machine, block(machine, tenantId, conditionsFor({ userIds: [userId] })), visit);
}

/** Demands a second factor of one person for as long as something takes. */
export function whileDemanded<Seen>(
  machine: Machine,
  tenantId: TenantId,
  userId: UserId,
  visit: () => Promise<Seen>,
): Promise<Seen> {
  const policy = demandSecondFactor(machine, tenantId, conditionsFor({ userIds: [userId] }));
  return whileInForce(machine, policy, visit);
}

async function whileInForce<Seen>(
  machine: Machine,
  policy: Promise<ConditionalAccessPolicy>,
  visit: () => Promise<Seen>,
): Promise<Seen> {
  const added = await policy;
  const seen = await visit();
  await removePolicy(machine, byOperator, added);
  return seen;
}
