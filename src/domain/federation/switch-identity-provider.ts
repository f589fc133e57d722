import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { endSessionsOfIssuer } from "../directory/end-sessions-of-issuer.ts";
import { findProvider, forgetProviders } from "./find-provider.ts";
import { updateProvider } from "./provider-store.ts";

/**
 * Switches a provider off, or on again, without asking it: it may be the very one that is broken. Off, it is offered to
 * nobody, answers of journeys under way are refused, and what it opened ends as if it were removed; its guests stay its
 * guests. On again, all of that is as before, but for the sessions.
 */
export async function switchIdentityProvider(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly providerId: ProviderId; readonly isEnabled: boolean },
): Promise<Result<undefined, { readonly code: "provider-not-found" }>> {
  const { tenantId, providerId, isEnabled } = input;
  const provider = await findProvider(machine.database, tenantId, providerId);
  if (!provider) return refuse({ code: "provider-not-found" });
  if (provider.isEnabled === isEnabled) return accept(undefined);
  const now = machine.clock();
  await machine.database.transaction().execute(async (transaction) => {
    await updateProvider(transaction, tenantId, providerId, { isEnabled });
    if (!isEnabled)
      await endSessionsOfIssuer(machine, transaction, now, { tenantId, issuer: provider.issuer });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: isEnabled ? "identity-provider-enabled" : "identity-provider-disabled",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: provider.displayName },
    });
  });
  forgetProviders(machine.database);
  return accept(undefined);
}
