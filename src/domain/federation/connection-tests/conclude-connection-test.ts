import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import type { ConnectorRefusal, StatedIdentity } from "../connector.ts";
import { allConnectors } from "../connectors/all-connectors.ts";
import { domainsOf } from "../domains-of-provider.ts";
import { failedCheck } from "../rules/connection-check.ts";
import { roundTripFindings } from "../rules/round-trip-findings.ts";
import { outcomesOf } from "./check-provider.ts";
import { finishTest } from "./connection-test-store.ts";
import type { FoundTest } from "./find-connection-test.ts";

/** Keeps what a round trip has shown, for the person and for those who manage providers. */
export async function concludeConnectionTest(
  machine: Machine,
  circumstances: Circumstances,
  { test, provider }: FoundTest,
  outcome: { readonly stated: StatedIdentity } | { readonly failure: ConnectorRefusal },
): Promise<void> {
  const { tenantId, testId, providerId } = test;
  const { issuer, kind } = provider;
  const { checks } = allConnectors[kind];
  const findings = roundTripFindings({ checks, issuer, domains: domainsOf(provider), outcome });
  const failed = failedCheck(findings);
  const finishedAt = machine.clock();
  await machine.database.transaction().execute(async (transaction) => {
    if (!(await finishTest(transaction, tenantId, testId, { findings, finishedAt }))) return;
    await recordEvent(transaction, finishedAt, circumstances, {
      tenantId,
      activity: "identity-provider-round-trip-tested",
      result: failed ? "failure" : "success",
      ...(failed && { reason: failed }),
      target: { kind: "identity-provider", id: providerId, name: provider.displayName },
      details: { testId, askedBy: test.askedBy, checks: outcomesOf(findings) },
    });
  });
}
