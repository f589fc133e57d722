import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { endSessionsOfIssuer } from "../directory/end-sessions-of-issuer.ts";
import { findProvider, forgetProviders } from "./find-provider.ts";
import { deleteProvider } from "./provider-store.ts";

/**
 * Ends a tenant's trust in a provider. Guests who accepted with it stay linked, lose what they were given, and
 * cannot sign in until an administrator resets their redemption, or adds the provider again.
 */
export async function removeIdentityProvider(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, providerId }: { readonly tenantId: TenantId; readonly providerId: ProviderId },
): Promise<Result<undefined, { readonly code: "provider-not-found" }>> {
  const provider = await findProvider(machine.database, tenantId, providerId);
  const now = machine.clock();
  const removed = await machine.database.transaction().execute(async (transaction) => {
    if (!(provider && (await deleteProvider(transaction, tenantId, providerId)))) return false;
    await endSessionsOfIssuer(machine, transaction, now, { tenantId, issuer: provider.issuer });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "identity-provider-removed",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: provider.displayName },
      details: { kind: provider.kind, issuer: provider.issuer, domains: provider.domains },
    });
    return true;
  });
  forgetProviders(machine.database);
  return removed ? accept(undefined) : refuse({ code: "provider-not-found" });
}
