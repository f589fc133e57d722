import type { Machine } from "../../../../platform/machine.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import { selectProviders } from "../../provider-store.ts";
import { assertionSettings, type ReadMetadata } from "./assertion-provider-settings.ts";
import { refreshCertificates } from "./refresh-certificates.ts";

/** Answers that meet the same new key at once wait for one reading. */
const underway = new Map<string, Promise<readonly string[] | undefined>>();

/**
 * Reads a provider's metadata again because a signature was made with a key that is not known: a partner changed its key
 * before the clock asked for it. At most once a minute, so that forged answers cannot make us ask for ever; who met the
 * old key a moment later, or at another node, is served with what was read. Returns the certificates when there are new
 * ones.
 */
export function rereadCertificates(
  machine: Machine,
  provider: ProviderWithSecret,
  readMetadata: ReadMetadata,
): Promise<readonly string[] | undefined> {
  const key = `${provider.tenantId}.${provider.providerId}`;
  const reading =
    underway.get(key) ??
    reread(machine, provider, readMetadata, key).finally(() => void underway.delete(key));
  underway.set(key, reading);
  return reading;
}

async function reread(
  machine: Machine,
  provider: ProviderWithSecret,
  readMetadata: ReadMetadata,
  key: string,
): Promise<readonly string[] | undefined> {
  const { metadataUrl, certificates: known } = assertionSettings.parse(provider.settings);
  if (metadataUrl === undefined) return undefined;
  const isNews = (certificate: string) => !known.includes(certificate);
  const kept = await keptCertificates(machine, provider);
  if (kept.some(isNews)) return kept;
  if ((await machine.limits.consume("provider-metadata-reread", key)) !== undefined) return undefined;
  const refreshed = await refreshCertificates(machine, provider, readMetadata);
  if (!refreshed.ok) return undefined;
  return refreshed.value?.some(isNews) ? refreshed.value : undefined;
}

/** What stands in the database now: the answer at hand may have begun with what was there before. */
async function keptCertificates(
  machine: Machine,
  { tenantId, providerId }: ProviderWithSecret,
): Promise<readonly string[]> {
  const providers = await selectProviders(machine.database, tenantId);
  const now = providers.find((provider) => provider.providerId === providerId);
  return now ? assertionSettings.parse(now.settings).certificates : [];
}
