import type { ProviderId, TenantId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProviderWithSecret } from "./connector.ts";
import { selectProviderSecret, selectProviders } from "./provider-store.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";

const recent = recentAnswers<readonly IdentityProvider[]>(3);

/** The identity providers a tenant trusts. */
export async function listProviders(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly IdentityProvider[]> {
  return (await recent.get(handle, tenantId, (asked) => selectProviders(asked, tenantId))) ?? [];
}

/** Those of them that are switched off. */
export async function listSwitchedOff(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly ProviderId[]> {
  const providers = await listProviders(handle, tenantId);
  return providers.filter(({ isEnabled }) => !isEnabled).map(({ providerId }) => providerId);
}

/** One of a tenant's providers; undefined once it was removed. */
export async function findProvider(
  handle: DatabaseHandle,
  tenantId: TenantId,
  providerId: ProviderId,
): Promise<IdentityProvider | undefined> {
  return (await listProviders(handle, tenantId)).find((provider) => provider.providerId === providerId);
}

/** The same with its secret, for its connector. */
export async function openProvider(
  machine: Machine,
  tenantId: TenantId,
  providerId: ProviderId,
): Promise<ProviderWithSecret | undefined> {
  const provider = await findProvider(machine.database, tenantId, providerId);
  if (!provider) return undefined;
  const encrypted = await selectProviderSecret(machine.database, tenantId, providerId);
  const secret = encrypted && machine.masterKey.decrypt("identity-provider", encrypted).toString("utf8");
  return { ...provider, secret };
}

/** To be called after every committed change of a tenant's providers. */
export function forgetProviders(database: Database): void {
  recent.forget(database);
}
