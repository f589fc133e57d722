import { timingSafeEqual } from "node:crypto";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { allConnectors } from "../connectors/all-connectors.ts";
import { openProvider } from "../find-provider.ts";
import { concludeConnectionTest } from "./conclude-connection-test.ts";
import type { FoundTest } from "./find-connection-test.ts";

/**
 * Takes what came back from the provider, to say what is right and wrong with it. Nobody is signed in and no identity
 * is kept. An answer to another request ends nothing.
 */
export async function takeTestAnswer(
  machine: Machine,
  circumstances: Circumstances,
  found: FoundTest,
  brought: { readonly state: string; readonly parameters: URLSearchParams },
): Promise<void> {
  const { tenantId, providerId, detour } = found.test;
  if (!detour || !isSame(detour.state, brought.state)) return;
  const provider = await openProvider(machine, tenantId, providerId);
  if (!provider) return;
  const { state, returnUrl, remembered } = detour;
  const { parameters } = brought;
  const answer = { state, returnUrl, remembered, parameters };
  const stated = await allConnectors[provider.kind].finish(machine, provider, answer);
  await concludeConnectionTest(
    machine,
    circumstances,
    found,
    stated.ok ? { stated: stated.value } : { failure: stated.refusal },
  );
}

function isSame(expected: string, received: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(received)];
  return one.length === other.length && timingSafeEqual(one, other);
}
