import { newIdentifier } from "../../../../foundation/new-identifier.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { recordEvent } from "../../../audit/record-event.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import { forgetProviders } from "../../find-provider.ts";
import { selectProviders, updateProvider } from "../../provider-store.ts";
import {
  type AssertionSettings,
  assertionSettings,
  type ReadMetadata,
} from "./assertion-provider-settings.ts";
import { fetchMetadata } from "./fetch-metadata.ts";

/** Answers that meet the same new key at once wait for one reading. */
const underway = new Map<string, Promise<readonly string[] | undefined>>();

/**
 * Reads a provider's metadata again because a signature was made with a key that is not known: partners roll their keys
 * over. At most once a minute, so that forged answers cannot make us ask for ever; who met the old key a moment later,
 * or at another node, is served with what was read. Returns the certificates when they are others now. The sign-in
 * address is not taken over: it proved for which domains the provider speaks.
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
  const settings = assertionSettings.parse(provider.settings);
  if (settings.metadataUrl === undefined) return undefined;
  const kept = newsIn(await keptCertificates(machine, provider), settings);
  if (kept) return kept;
  if ((await machine.limits.consume("provider-metadata-reread", key)) !== undefined) return undefined;
  const published = await fetchMetadata(machine, settings.metadataUrl, readMetadata);
  if (!published.ok || published.value.issuer !== provider.issuer) return undefined;
  const certificates = newsIn(published.value.certificates, settings);
  if (certificates)
    await keepCertificates(machine, provider, { ...settings, certificates: [...certificates] });
  return certificates;
}

function newsIn(certificates: readonly string[], known: AssertionSettings): readonly string[] | undefined {
  const isNews = certificates.some((certificate) => !known.certificates.includes(certificate));
  return isNews ? certificates : undefined;
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

async function keepCertificates(
  machine: Machine,
  { tenantId, providerId, displayName }: ProviderWithSecret,
  settings: AssertionSettings,
): Promise<void> {
  const circumstances = {
    actor: { kind: "service" as const },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  await machine.database.transaction().execute(async (transaction) => {
    await updateProvider(transaction, tenantId, providerId, { settings: JSON.stringify(settings) });
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "identity-provider-updated",
      result: "success",
      target: { kind: "identity-provider", id: providerId, name: displayName },
      details: { settings, addedDomains: [], removedDomains: [], newSecret: false },
    });
  });
  forgetProviders(machine.database);
}
