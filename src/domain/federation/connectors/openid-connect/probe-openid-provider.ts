import * as client from "openid-client";
import type { Machine } from "../../../../platform/machine.ts";
import { OutboundFailure } from "../../../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../../platform/outbound/outbound-policy.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import type { ConnectionFinding } from "../../rules/connection-check.ts";
import type { ProviderClient } from "./find-provider-metadata.ts";
import { metadataOf } from "./preset-metadata.ts";
import type { ProviderPreset } from "./provider-presets.ts";
import { publishedKeys } from "./rules/published-keys.ts";

/** Whether the keys can be read that ID tokens are verified with. */
export async function probeKeys(
  machine: Machine,
  preset: ProviderPreset,
  { settings, secret }: ProviderWithSecret,
): Promise<ConnectionFinding> {
  const check = "keys-readable";
  const found = await metadataOf(machine, preset, settings, secret);
  if (!found.ok) return { check, outcome: "not-run" };
  const { jwks_uri: address } = found.value.serverMetadata();
  if (address === undefined) return { check, outcome: "failed", detail: "no jwks_uri is published" };
  try {
    const policy = outboundPolicy({ allowedNetworks: machine.configuration.outboundAllow });
    const keys = (publishedKeys(await (await outboundFetch(policy, address)).text()) ?? []).map(
      ({ kid, alg, kty }) => `${String(kid ?? "without kid")} (${String(alg ?? kty)})`,
    );
    const detail = `${address}: ${keys.join(", ") || "no keys"}`;
    return { check, outcome: keys.length > 0 ? "passed" : "failed", detail };
  } catch (error) {
    if (error instanceof OutboundFailure) return { check, outcome: "failed", detail: error.message };
    throw error;
  }
}

/**
 * Whether the provider knows the client and its secret. It is asked to redeem a code that does not exist: RFC 6749
 * section 5.2 tells a client that is not known (`invalid_client`) from a code that is not (`invalid_grant`).
 */
export async function probeClient(
  machine: Machine,
  preset: ProviderPreset,
  { tenantId, settings, secret }: ProviderWithSecret,
): Promise<ConnectionFinding> {
  const check = "client-credentials";
  const found = await metadataOf(machine, preset, settings, secret);
  if (!found.ok) return { check, outcome: "not-run" };
  if (secret === undefined) return { check, outcome: "not-run", detail: "a client without a secret" };
  const error = await errorFor(
    found.value,
    `${machine.configuration.publicUrl}/federation/${tenantId}/callback`,
  );
  if (error === "invalid_grant") return { check, outcome: "passed", detail: String(settings["clientId"]) };
  const isRefused = error === "invalid_client" || error === "unauthorized_client";
  return { check, outcome: isRefused ? "failed" : "not-run", detail: error };
}

async function errorFor(provider: ProviderClient, returnUrl: string): Promise<string> {
  try {
    await client.genericGrantRequest(provider, "authorization_code", {
      code: "made-up-by-a-connection-test",
      redirect_uri: returnUrl,
      code_verifier: client.randomPKCECodeVerifier(),
    });
    return "it took a code that was made up";
  } catch (error) {
    if (error instanceof client.ResponseBodyError) return error.error;
    // RFC 6749 section 5.2: a client that used the header may be answered by a challenge.
    if (error instanceof client.WWWAuthenticateChallengeError) return "invalid_client";
    return error instanceof Error ? error.message : "no answer";
  }
}
