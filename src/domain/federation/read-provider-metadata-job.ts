import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { allConnectors } from "./connectors/all-connectors.ts";
import { findProvider } from "./find-provider.ts";

export interface MetadataReading {
  readonly tenantId: TenantId;
  readonly providerId: ProviderId;
}

/**
 * Reads what a provider publishes, so that its next key is known before the old one ends. Throws when it is to be tried
 * again later.
 */
export async function readProviderMetadata(
  machine: Machine,
  { tenantId, providerId }: MetadataReading,
): Promise<void> {
  const provider = await findProvider(machine.database, tenantId, providerId);
  const refused = provider && (await allConnectors[provider.kind].refresh?.(machine, provider));
  if (!refused) return;
  machine.log.warn({ tenantId, providerId, ...refused }, "a provider's metadata could not be read");
  if (refused.code === "provider-unreachable") throw new Error(refused.detail);
}
