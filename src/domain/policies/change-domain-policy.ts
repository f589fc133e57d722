import type { TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { deleteDomainPolicy, lockDomainPolicy, upsertDomainPolicy } from "./domain-policy-store.ts";
import type { DomainPolicy } from "./rules/domain-policy.ts";
import { mostRestrictedDomains, noDomainRestriction } from "./rules/domain-restriction.ts";

/** What of a tenant's list changes; what is left out stays, or is as for everybody where there was none. */
export type DomainPolicyChanges = Partial<Omit<DomainPolicy, "tenantId" | "policyId">>;

export type DomainPolicyRefusal = { readonly code: "too-many-domains" };

/**
 * Changes with whom a tenant works together, or decides it for the first time. It holds at once, for whoever has not
 * accepted yet; guests who have are not looked at again.
 */
export async function changeDomainPolicy(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, changes }: { readonly tenantId: TenantId; readonly changes: DomainPolicyChanges },
): Promise<Result<DomainPolicy, DomainPolicyRefusal>> {
  if ((changes.restriction?.domains.length ?? 0) > mostRestrictedDomains)
    return refuse({ code: "too-many-domains" });
  return machine.database.transaction().execute(async (transaction) => {
    // What is left out stays: also what somebody else is changing at this moment.
    const before = await lockDomainPolicy(transaction, tenantId);
    const after = { ...(before ?? firstPolicy(tenantId)), ...changes };
    await upsertDomainPolicy(transaction, after);
    const activity = before ? "domain-policy-changed" : "domain-policy-created";
    await record(transaction, machine.clock(), circumstances, { activity, before, after });
    return accept(after);
  });
}

/** Takes a tenant's list away: it works together with everybody. */
export async function removeDomainPolicy(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
): Promise<void> {
  await machine.database.transaction().execute(async (transaction) => {
    const before = await lockDomainPolicy(transaction, tenantId);
    if (!before) return;
    await deleteDomainPolicy(transaction, tenantId);
    const after = { ...before, isInForce: false, restriction: noDomainRestriction };
    await record(transaction, machine.clock(), circumstances, {
      activity: "domain-policy-removed",
      before,
      after,
    });
  });
}

function firstPolicy(tenantId: TenantId): DomainPolicy {
  return {
    tenantId,
    policyId: newIdentifier(),
    displayName: "Collaboration restrictions",
    description: "With which domains the organisation works together.",
    isInForce: true,
    restriction: noDomainRestriction,
  };
}

async function record(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  change: {
    readonly activity: Activity;
    readonly before: DomainPolicy | undefined;
    readonly after: DomainPolicy;
  },
): Promise<void> {
  const { activity, before, after } = change;
  await recordEvent(transaction, now, circumstances, {
    ...{ tenantId: after.tenantId, activity, result: "success" },
    target: { kind: "policy", id: after.policyId, name: after.displayName },
    details: { before: told(before ?? firstPolicy(after.tenantId)), after: told(after) },
  });
}

/** What an entry of the log says of a list: which is in force, and whom it names. */
function told({ displayName, description, isInForce, restriction }: DomainPolicy) {
  return { displayName, description, isInForce, kind: restriction.kind, domains: restriction.domains };
}
