import * as client from "openid-client";
import type { Machine } from "../../../../platform/machine.ts";
import type { ProviderWithSecret } from "../../connector.ts";
import type { ConnectionFinding } from "../../rules/connection-check.ts";
import { oauth2Client } from "./oauth2-client.ts";
import type { OAuth2Preset } from "./oauth2-presets.ts";

/** Whether the provider knows the client and its secret: it is asked to redeem a code that does not exist. */
export async function probeClient(
  machine: Machine,
  preset: OAuth2Preset,
  provider: ProviderWithSecret,
): Promise<ConnectionFinding> {
  const check = "client-credentials";
  const ours = oauth2Client(machine, preset.addresses(provider.settings), provider);
  const returnUrl = `${machine.configuration.publicUrl}/federation/${provider.tenantId}/callback`;
  const told = await errorFor(ours, returnUrl);
  if (preset.unknownClient.test(told)) return { check, outcome: "failed", detail: told };
  return { check, outcome: preset.unknownCode.test(told) ? "passed" : "not-run", detail: told };
}

async function errorFor(ours: client.Configuration, returnUrl: string): Promise<string> {
  try {
    await client.genericGrantRequest(ours, "authorization_code", {
      code: "made-up-by-a-connection-test",
      redirect_uri: returnUrl,
    });
    return "it took a code that was made up";
  } catch (error) {
    if (error instanceof client.ResponseBodyError)
      return [error.error, error.error_description].filter(Boolean).join(": ");
    return error instanceof Error ? error.message : "no answer";
  }
}
