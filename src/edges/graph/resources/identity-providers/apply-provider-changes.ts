import {
  changeIdentityProvider,
  type ProviderChanges,
} from "../../../../domain/federation/change-identity-provider.ts";
import { findProvider } from "../../../../domain/federation/find-provider.ts";
import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { switchIdentityProvider } from "../../../../domain/federation/switch-identity-provider.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { identityProviderError } from "./identity-provider-errors.ts";

/**
 * Does what the body of a `PATCH` asks for: changes the provider, switches it, or both. One that is only switched is not
 * asked whether it still answers. Returns what it is then.
 */
export async function applyProviderChanges(
  request: GraphRequest,
  { tenantId, providerId }: IdentityProvider,
  changes: ProviderChanges,
  isEnabled: boolean | undefined,
): Promise<IdentityProvider> {
  const { machine } = request;
  const { settings = {}, ...others } = changes;
  const isChanged = [...Object.values(settings), ...Object.values(others)].some((one) => one !== undefined);
  if (isChanged || isEnabled === undefined) {
    const changed = await changeIdentityProvider(machine, circumstances(request), {
      ...{ tenantId, providerId, changes },
    });
    if (!changed.ok) throw identityProviderError(changed.refusal, providerId);
  }
  if (isEnabled !== undefined)
    await switchIdentityProvider(machine, circumstances(request), { tenantId, providerId, isEnabled });
  const provider = await findProvider(machine.database, tenantId, providerId);
  if (!provider) throw notFound(providerId);
  return provider;
}
