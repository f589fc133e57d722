import type {
  ApplicationId,
  ConditionalAccessPolicyId,
  GroupId,
  TenantId,
  UserId,
} from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { listAgreements } from "../agreements/find-agreements.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { findGroups } from "../directory/find-groups.ts";
import { findUser } from "../directory/find-user.ts";
import { lockTenant } from "../directory/lock-tenant.ts";
import { deletePolicy, selectLocations, selectPolicies, upsertPolicy } from "./conditional-access-store.ts";
import { type ConditionalAccessPolicy, mostPolicies } from "./rules/conditional-access-policy.ts";
import { locksEverybodyOut } from "./rules/locks-everybody-out.ts";
import { namedInPolicy } from "./rules/named-in-policy.ts";

/** What of a policy an administrator decides. */
export type PolicyProperties = Pick<
  ConditionalAccessPolicy,
  "displayName" | "state" | "conditions" | "controls"
>;

export type SavePolicyRefusal =
  | { readonly code: "too-many-policies" | "locks-everybody-out" | "policy-not-found" }
  /** A policy cannot speak of what is not there. */
  | { readonly code: "names-unknown"; readonly what: UnknownThing; readonly id: string };

export type UnknownThing = "user" | "group" | "application" | "location" | "agreement";

/** Adds a policy to a tenant; it holds at once. */
export async function addPolicy(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, ...properties }: PolicyProperties & { readonly tenantId: TenantId },
): Promise<Result<ConditionalAccessPolicy, SavePolicyRefusal>> {
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    if ((await selectPolicies(transaction, tenantId)).length >= mostPolicies)
      return refuse({ code: "too-many-policies" });
    const now = machine.clock();
    const policy = {
      tenantId,
      policyId: newIdentifier<ConditionalAccessPolicyId>(),
      ...properties,
      createdAt: now,
      changedAt: undefined,
    };
    const flaw = await flawOf(transaction, policy);
    if (flaw) return refuse(flaw);
    await upsertPolicy(transaction, policy);
    await record(transaction, now, circumstances, "conditional-access-policy-added", policy);
    return accept(policy);
  });
}

/** Changes a policy; what is left out stays. It holds at once. */
export async function changePolicy(
  machine: Machine,
  circumstances: Circumstances,
  target: Pick<ConditionalAccessPolicy, "tenantId" | "policyId">,
  changes: Partial<PolicyProperties>,
): Promise<Result<ConditionalAccessPolicy, SavePolicyRefusal>> {
  const { tenantId, policyId } = target;
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    const before = (await selectPolicies(transaction, tenantId)).find(
      (policy) => policy.policyId === policyId,
    );
    if (!before) return refuse({ code: "policy-not-found" });
    const now = machine.clock();
    const policy = { ...before, ...changes, changedAt: now };
    const flaw = await flawOf(transaction, policy);
    if (flaw) return refuse(flaw);
    await upsertPolicy(transaction, policy);
    await record(transaction, now, circumstances, "conditional-access-policy-changed", policy);
    return accept(policy);
  });
}

/** Takes a policy away. */
export async function removePolicy(
  machine: Machine,
  circumstances: Circumstances,
  policy: ConditionalAccessPolicy,
): Promise<void> {
  await machine.database.transaction().execute(async (transaction) => {
    await deletePolicy(transaction, policy.tenantId, policy.policyId);
    await record(transaction, machine.clock(), circumstances, "conditional-access-policy-removed", policy);
  });
}

async function flawOf(
  transaction: DatabaseTransaction,
  policy: ConditionalAccessPolicy,
): Promise<SavePolicyRefusal | undefined> {
  if (locksEverybodyOut(policy)) return { code: "locks-everybody-out" };
  const { tenantId } = policy;
  const named = namedInPolicy(policy.conditions);
  const missing = async <Id extends string>(
    what: UnknownThing,
    ids: readonly Id[],
    known: (id: Id) => Promise<boolean>,
  ): Promise<SavePolicyRefusal | undefined> => {
    for (const id of ids) if (!(await known(id))) return { code: "names-unknown", what, id };
    return undefined;
  };
  const groups = new Set(
    (await findGroups(transaction, tenantId, named.groupIds)).map(({ groupId }) => groupId),
  );
  const locations = new Set(
    (await selectLocations(transaction, tenantId)).map(({ locationId }) => locationId),
  );
  const agreements = new Set(
    (await listAgreements(transaction, tenantId)).map(({ agreementId }) => agreementId),
  );
  return (
    (await missing(
      "user",
      named.userIds,
      async (id: UserId) => !!(await findUser(transaction, tenantId, id)),
    )) ??
    (await missing("group", named.groupIds, async (id: GroupId) => groups.has(id))) ??
    (await missing(
      "application",
      named.applicationIds,
      async (id: ApplicationId) => !!(await findApplicationInTenant(transaction, tenantId, id)),
    )) ??
    (await missing("location", named.locationIds, async (id) => locations.has(id))) ??
    (await missing("agreement", policy.controls.agreementIds, async (id) => agreements.has(id)))
  );
}

async function record(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  activity: Activity,
  { tenantId, policyId, displayName, state, conditions, controls }: ConditionalAccessPolicy,
): Promise<void> {
  await recordEvent(transaction, now, circumstances, {
    ...{ tenantId, activity, result: "success" },
    target: { kind: "policy", id: policyId, name: displayName },
    details: { state, conditions, controls },
  });
}
