import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import { explainProviderFailure } from "./explain-provider-failure.ts";
import { findProviderMetadata, type ProviderClient } from "./find-provider-metadata.ts";
import type { RoundTripPreset } from "./provider-presets.ts";
import { isIssuerAt } from "./rules/is-issuer-at.ts";

/** What a provider of a kind publishes, read as the client that its settings name. */
export async function metadataOf(
  machine: Machine,
  preset: RoundTripPreset,
  settings: Readonly<Record<string, unknown>>,
  secret: string | undefined,
  isNews = false,
): Promise<Result<ProviderClient, ConnectorRefusal>> {
  const discoveryUrl = preset.discoveryUrl(settings);
  try {
    const authentication = preset.authentication?.(machine, settings, secret);
    const asked = { discoveryUrl, settings, secret, authentication };
    const found = await findProviderMetadata(machine, asked, isNews);
    const { issuer } = found.serverMetadata();
    return isIssuerAt(issuer, discoveryUrl)
      ? accept(found)
      : refuse({
          code: "provider-answer-wrong",
          check: "metadata-understood",
          detail: `The document at ${discoveryUrl} names the issuer ${issuer}, whose own document lies elsewhere. Give the issuer itself.`,
        });
  } catch (error) {
    return refuse(explainProviderFailure(error, "endpoint-reached"));
  }
}
