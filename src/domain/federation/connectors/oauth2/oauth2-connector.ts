import * as client from "openid-client";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type {
  Connector,
  ConnectorRefusal,
  ProofAnswer,
  ProofRequest,
  ProviderWithSecret,
  StatedIdentity,
  TypedProvider,
} from "../../connector.ts";
import { explainProviderFailure } from "../openid-connect/explain-provider-failure.ts";
import { takeCode } from "../take-code.ts";
import { oauth2Client } from "./oauth2-client.ts";
import { type OAuth2Kind, type OAuth2Preset, oauth2Presets } from "./oauth2-presets.ts";
import { probeClient } from "./probe-oauth2-provider.ts";

/**
 * A provider that speaks OAuth 2.0 and has no ID tokens: code flow with PKCE and `state` (RFC 9700 section 2.1), and then
 * the person's profile is read. Who the token is for cannot be forged on the way: it comes straight from the provider,
 * for a code that only this client can redeem.
 */
export function oauth2Connector(kind: OAuth2Kind): Connector {
  const preset = oauth2Presets[kind];
  return {
    group: preset.group,
    fixedDomains: preset.fixedDomains,
    returnPath: "callback",
    checks: [
      "taken-once",
      "answer-belongs-here",
      "person-agreed",
      "code-redeemed",
      "profile-read",
      "subject",
    ],
    firstAddress: (settings) => preset.addresses(settings).authorizationEndpoint,
    probes: [(machine, provider) => probeClient(machine, preset, provider)],
    prepare: async (_machine, typed) => prepare(preset, typed),
    start: (machine, provider, request) => start(machine, preset, provider, request),
    finish: (machine, provider, answer) => finish(machine, preset, provider, answer),
  };
}

function prepare(preset: OAuth2Preset, typed: TypedProvider) {
  const read = preset.settings.safeParse(typed.settings);
  const [issue] = read.error?.issues ?? [];
  if (!read.success) return wrongSettings(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  if (!typed.secret) return wrongSettings("the client's secret is needed");
  const settings: Readonly<Record<string, unknown>> = read.data;
  const { issuer, authorizationEndpoint: signInUrl } = preset.addresses(settings);
  return accept({ issuer, settings, signInUrl });
}

async function start(
  machine: Machine,
  preset: OAuth2Preset,
  provider: ProviderWithSecret,
  request: ProofRequest,
) {
  const codeVerifier = client.randomPKCECodeVerifier();
  const ours = oauth2Client(machine, preset.addresses(provider.settings), provider);
  const location = client.buildAuthorizationUrl(ours, {
    redirect_uri: request.returnUrl,
    scope: preset.scope,
    state: request.state,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    ...(request.mustProveAgain && preset.askAgain),
  });
  return accept({ location: location.href, remembered: { codeVerifier } });
}

async function finish(
  machine: Machine,
  preset: OAuth2Preset,
  provider: ProviderWithSecret,
  answer: ProofAnswer,
): Promise<Result<StatedIdentity, ConnectorRefusal>> {
  const addresses = preset.addresses(provider.settings);
  const ours = oauth2Client(machine, addresses, provider);
  const used = await takeCode(machine, provider, answer.parameters);
  if (used) return refuse(used);
  const came = new URL(answer.returnUrl);
  came.search = answer.parameters.toString();
  let during: "code-redeemed" | "profile-read" = "code-redeemed";
  try {
    const tokens = await client.authorizationCodeGrant(ours, came, {
      pkceCodeVerifier: answer.remembered["codeVerifier"] ?? "",
      expectedState: answer.state,
    });
    during = "profile-read";
    const access = { token: tokens.access_token, secret: provider.secret ?? "" };
    const parts: Record<string, unknown> = {};
    for (const [name, address] of Object.entries(preset.reads(addresses, access)))
      parts[name] = await readJson(ours, access.token, address);
    const { subject, addresses: stated, displayName } = preset.profile(parts);
    if (subject === undefined)
      return refuse({ code: "provider-answer-wrong", check: "subject", detail: "The profile has no id." });
    // How the person signed in is not told.
    return accept({ subject, addresses: stated, displayName, amr: [] });
  } catch (error) {
    return refuse(explainProviderFailure(error, during));
  }
}

async function readJson(ours: client.Configuration, token: string, address: string): Promise<unknown> {
  const answer = await client.fetchProtectedResource(ours, token, new URL(address), "GET");
  // A TypeError, as fetch throws for what it cannot read.
  if (!answer.ok) throw new TypeError(`${new URL(address).pathname} answers with status ${answer.status}.`);
  return answer.json().catch(() => {
    throw new TypeError(`${new URL(address).pathname} answers with no JSON.`);
  });
}

function wrongSettings(detail: string) {
  return refuse({ code: "settings-wrong", check: "settings", detail } as const);
}
