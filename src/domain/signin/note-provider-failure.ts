import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import type { IdentityProvider } from "../federation/rules/identity-provider.ts";
import { logProviderFailure, type ProviderFailureCause } from "./log-provider-failure.ts";
import { recordFacts, type SignInTransaction } from "./sign-in-transaction.ts";

/** Remembers on the journey that a provider failed, and logs why. */
export async function noteProviderFailure(
  machine: Machine,
  circumstances: Circumstances,
  transaction: SignInTransaction,
  provider: IdentityProvider,
  failure: ProviderFailureCause,
): Promise<void> {
  const reason = await logProviderFailure(machine, circumstances, provider, failure);
  await recordFacts(machine, transaction, ({ detour: _over, ...facts }) => ({
    ...facts,
    providerFailure: { providerId: provider.providerId, reason },
  }));
}
