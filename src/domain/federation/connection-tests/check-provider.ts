import type { ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import { openProvider } from "../find-provider.ts";
import { type ConnectionFinding, failedCheck } from "../rules/connection-check.ts";
import type { IdentityProvider } from "../rules/identity-provider.ts";
import { inspectProvider } from "./inspect-provider.ts";
import { type OfferedTest, offerConnectionTest } from "./offer-connection-test.ts";

export interface ProviderReport {
  readonly provider: IdentityProvider;
  /** What can be checked without a person. */
  readonly findings: readonly ConnectionFinding[];
  /** The link to the round trip, which needs one. */
  readonly roundTrip: OfferedTest;
}

export type CheckProviderRefusal =
  | { readonly code: "provider-not-found" }
  | { readonly code: "too-many-tests"; readonly retryAfterSeconds: number };

/** Tests a provider as far as that goes without a person, and makes a link for the rest. */
export async function checkProvider(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, providerId }: { readonly tenantId: TenantId; readonly providerId: ProviderId },
): Promise<Result<ProviderReport, CheckProviderRefusal>> {
  const provider = await openProvider(machine, tenantId, providerId);
  if (!provider) return refuse({ code: "provider-not-found" });
  const retryAfterSeconds = await machine.limits.consume("provider-test", tenantId);
  if (retryAfterSeconds !== undefined) return refuse({ code: "too-many-tests", retryAfterSeconds });
  const findings = await inspectProvider(machine, provider);

  const failed = failedCheck(findings);
  return machine.database.transaction().execute(async (transaction) => {
    const askedBy = circumstances.actor;
    const roundTrip = await offerConnectionTest(machine, transaction, { tenantId, providerId, askedBy });
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "identity-provider-tested",
      result: failed ? "failure" : "success",
      ...(failed && { reason: failed }),
      target: { kind: "identity-provider", id: providerId, name: provider.displayName },
      details: { testId: roundTrip.testId, checks: outcomesOf(findings) },
    });
    const { secret: _kept, ...shown } = provider;
    return accept({ provider: shown, findings, roundTrip });
  });
}

/** For the log: which check ended how, without what was found. */
export function outcomesOf(findings: readonly ConnectionFinding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ check, outcome }) => [check, outcome]));
}
