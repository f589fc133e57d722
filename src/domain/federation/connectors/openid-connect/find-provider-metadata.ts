import * as client from "openid-client";
import type { Machine } from "../../../../platform/machine.ts";
import { outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import { fetchKeys } from "./fetch-keys.ts";

/** A client of one provider: its metadata and keys, kept for a while. */
export type ProviderClient = client.Configuration;

/** Metadata is read anew after this long; keys at once when a token names an unknown one. */
const metadataLifetimeMilliseconds = 10 * 60 * 1000;
const mostKept = 500;
const kept = new Map<string, { readonly readAt: number; readonly found: Promise<ProviderClient> }>();

/**
 * Reads what a provider publishes (OpenID Connect Discovery section 4). The issuer in the document must be the one
 * asked for. `isNews`: what was read before does not count. Throws what `openid-client` and `outboundFetch` throw.
 */
export function findProviderMetadata(
  machine: Machine,
  asked: {
    readonly discoveryUrl: string;
    readonly settings: Readonly<Record<string, unknown>>;
    readonly secret: string | undefined;
    /** How the client proves itself; by its secret in the body where nothing else is said. */
    readonly authentication?: client.ClientAuth | undefined;
  },
  isNews: boolean,
): Promise<ProviderClient> {
  const key = JSON.stringify([asked, machine.configuration.outboundAllow]);
  const known = kept.get(key);
  if (!isNews && known && known.readAt + metadataLifetimeMilliseconds > performance.now()) return known.found;
  const found = discover(machine, asked);
  kept.delete(key);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, { readAt: performance.now(), found });
  found.catch(() => kept.delete(key));
  return found;
}

async function discover(
  machine: Machine,
  { discoveryUrl, settings, secret, authentication }: Parameters<typeof findProviderMetadata>[1],
): Promise<ProviderClient> {
  const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
  const isPlain = discoveryUrl.startsWith("http:");
  let keysAddress: string | undefined;
  const found = await client.discovery(
    new URL(discoveryUrl),
    String(settings["clientId"]),
    { [client.clockSkew]: skewOf(machine), [client.clockTolerance]: 120 },
    authentication ?? (secret === undefined ? client.None() : client.ClientSecretPost(secret)),
    {
      [client.customFetch]: (url, { method, headers, body }) =>
        url === keysAddress
          ? fetchKeys(policy, url, { headers })
          : outboundFetch(policy, url, { method, headers, ...(isSent(body) && { body }) }),
      execute: [
        // Signatures of ID tokens are checked against the provider's keys, although they come straight from it and
        // OpenID Connect Core section 3.1.3.7 would let TLS stand for them.
        client.enableNonRepudiationChecks,
        // Only settings that name this very machine come this far without TLS.
        ...(isPlain ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  keysAddress = URL.parse(found.serverMetadata().jwks_uri ?? "")?.href;
  return found;
}

/** Time is told by the machine's clock, which tests move. */
function skewOf(machine: Machine): number {
  return Math.round((machine.clock().getTime() - Date.now()) / 1000);
}

function isSent(body: unknown): body is string | URLSearchParams {
  return typeof body === "string" || body instanceof URLSearchParams;
}
