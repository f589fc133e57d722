import type { Machine } from "../../../platform/machine.ts";
import { newOpaqueToken } from "../../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import type { ProofStart } from "../connector.ts";
import { allConnectors } from "../connectors/all-connectors.ts";
import { openProvider } from "../find-provider.ts";
import { stateOfTest } from "../rules/test-state.ts";
import { concludeConnectionTest } from "./conclude-connection-test.ts";
import { setDetour } from "./connection-test-store.ts";
import type { FoundTest } from "./find-connection-test.ts";

/** Where to send the person, and with what; undefined when that is nowhere, and then the test is over or says why. */
export async function askProviderForTest(
  machine: Machine,
  circumstances: Circumstances,
  found: FoundTest,
): Promise<Omit<ProofStart, "remembered"> | undefined> {
  const { tenantId, testId, providerId } = found.test;
  const provider = await openProvider(machine, tenantId, providerId);
  if (!provider || found.test.finishedAt) return undefined;
  const connector = allConnectors[provider.kind];
  const returnUrl = `${machine.configuration.publicUrl}/federation/${tenantId}/${connector.returnPath}`;
  const state = stateOfTest(testId, newOpaqueToken());
  const asked = { returnUrl, state, loginHint: undefined, mustProveAgain: false };
  const started = await connector.start(machine, provider, asked);
  if (!started.ok) {
    await concludeConnectionTest(machine, circumstances, found, { failure: started.refusal });
    return undefined;
  }
  const { location, form, remembered } = started.value;
  const isOpen = await setDetour(machine.database, tenantId, testId, { state, returnUrl, remembered });
  return isOpen ? { location, ...(form && { form }) } : undefined;
}
