import type { Machine } from "../../../../platform/machine.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import { assertionSettings, type ReadMetadata } from "./assertion-provider-settings.ts";
import { refreshCertificates } from "./refresh-certificates.ts";

/** Answers that meet the same new key at once wait for one reading. */
const underway = new Map<string, Promise<readonly string[] | undefined>>();

/**
 * Reads a provider's metadata again because a signature was made with a key that is not known: a partner changed its key
 * before the clock asked for it. At most once a minute, so that forged answers cannot make us ask for ever. Returns the
 * certificates when there are new ones.
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
  if ((await machine.limits.consume("provider-metadata-reread", key)) !== undefined) return undefined;
  const refreshed = await refreshCertificates(machine, provider, readMetadata);
  if (!refreshed.ok) return undefined;
  return refreshed.value?.some((certificate) => !known.includes(certificate)) ? refreshed.value : undefined;
}
