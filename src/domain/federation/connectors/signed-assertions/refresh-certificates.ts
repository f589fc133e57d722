import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import type { IdentityProvider } from "../../rules/identity-provider.ts";
import { assertionSettings, type ReadMetadata } from "./assertion-provider-settings.ts";
import { fetchMetadata } from "./fetch-metadata.ts";
import { keepCertificates } from "./keep-certificates.ts";

/**
 * Reads a provider's metadata again and believes from now on the certificates that stand there, all of them and no
 * others: a partner that rolls its key over publishes both for a while. Returns them; undefined where the provider
 * publishes none. The sign-in address is not taken over: it proved for which domains the provider speaks.
 */
export async function refreshCertificates(
  machine: Machine,
  provider: IdentityProvider,
  readMetadata: ReadMetadata,
): Promise<Result<readonly string[] | undefined, ConnectorRefusal>> {
  const { metadataUrl, certificates: known } = assertionSettings.parse(provider.settings);
  if (metadataUrl === undefined) return accept(undefined);
  const published = await fetchMetadata(machine, metadataUrl, readMetadata);
  if (!published.ok) return published;
  const { issuer, certificates } = published.value;
  if (issuer !== provider.issuer)
    return refuse({
      code: "provider-answer-wrong",
      check: "issuer",
      detail: `The metadata is of ${issuer} now; the provider was added as ${provider.issuer}.`,
    });
  const isSame = known.length === certificates.length && known.every((one) => certificates.includes(one));
  if (!isSame) await keepCertificates(machine, provider, { metadataUrl, certificates });
  return accept(certificates);
}
