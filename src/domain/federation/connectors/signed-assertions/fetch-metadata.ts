import { type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { OutboundFailure } from "../../../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import type { PublishedSettings, ReadMetadata } from "./assertion-provider-settings.ts";

/** Fetches a provider's metadata. TLS says whose it is, so a signature of it is not asked for. */
export async function fetchMetadata(
  machine: Machine,
  metadataUrl: string,
  readMetadata: ReadMetadata,
): Promise<Result<PublishedSettings, ConnectorRefusal>> {
  const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
  try {
    const answer = await outboundFetch(policy, metadataUrl);
    if (answer.ok) return await readMetadata(await answer.text());
    return unreachable(`${metadataUrl} answers with status ${answer.status}.`);
  } catch (error) {
    if (error instanceof OutboundFailure) return unreachable(error.message);
    throw error;
  }
}

function unreachable(detail: string) {
  return refuse({ code: "provider-unreachable", check: "endpoint-reached", detail } as const);
}
