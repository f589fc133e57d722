import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { allConnectors } from "../federation/connectors/all-connectors.ts";
import { openProvider } from "../federation/find-provider.ts";
import { noteProviderFailure } from "./note-provider-failure.ts";
import { recordFacts, type SignInTransaction } from "./sign-in-transaction.ts";

export interface AskedProvider {
  readonly location: string;
  readonly form: Readonly<Record<string, string>> | undefined;
  readonly providerName: string;
}

/**
 * Sends a person to an identity provider of the tenant: the answer is where to go, and what is posted there if anything
 * is. What must come back is remembered on the journey. A provider that cannot be asked is a fact of the journey too.
 */
export async function askProvider(
  machine: Machine,
  circumstances: Circumstances,
  transaction: SignInTransaction,
  asked: {
    readonly tenantId: TenantId;
    readonly providerId: ProviderId;
    readonly address: string;
    readonly mustProveAgain: boolean;
  },
): Promise<Result<AskedProvider, { readonly code: "provider-failed" }>> {
  const { tenantId, providerId } = asked;
  const provider = await openProvider(machine, tenantId, providerId);
  if (!provider?.isEnabled) return refuse({ code: "provider-failed" });
  const connector = allConnectors[provider.kind];
  const returnUrl = `${machine.configuration.publicUrl}/federation/${tenantId}/${connector.returnPath}`;
  const state = `${transaction.transactionId}.${newOpaqueToken()}`;
  const started = await connector.start(machine, provider, {
    returnUrl,
    state,
    loginHint: asked.address === "" ? undefined : asked.address,
    mustProveAgain: asked.mustProveAgain,
  });
  if (!started.ok) {
    await noteProviderFailure(machine, circumstances, transaction, provider, started.refusal);
    return refuse({ code: "provider-failed" });
  }
  const { location, form, remembered } = started.value;
  await recordFacts(machine, transaction, ({ providerFailure: _earlier, ...facts }) => ({
    ...facts,
    method: { kind: "provider", providerId, address: asked.address },
    detour: { providerId, state, returnUrl, remembered },
  }));
  return accept({ location, form, providerName: provider.displayName });
}
