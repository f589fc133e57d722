import * as client from "openid-client";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { isOwnIssuer } from "../../../directory/rules/external-identity.ts";
import type {
  Connector,
  ConnectorRefusal,
  ProofAnswer,
  ProofRequest,
  ProviderWithSecret,
  StatedIdentity,
  TypedProvider,
} from "../../connector.ts";
import type { ConnectionCheck, Received } from "../../rules/connection-check.ts";
import { mayBeCalled } from "../rules/may-be-called.ts";
import { takeCode } from "../take-code.ts";
import { explainProviderFailure, openIdConnectChecks } from "./explain-provider-failure.ts";
import type { ProviderClient } from "./find-provider-metadata.ts";
import { metadataOf } from "./preset-metadata.ts";
import { probeClient, probeKeys } from "./probe-openid-provider.ts";
import {
  type OpenIdConnectKind,
  type ProviderPreset,
  providerPresets,
  type RoundTripPreset,
} from "./provider-presets.ts";
import { profileOfClaims } from "./rules/claims-identity.ts";

/** How far the provider's clock may be from ours. */
const toleranceSeconds = 120;

/** A provider that speaks OpenID Connect, where a client has been registered for us. */
export function openIdConnectConnector(kind: OpenIdConnectKind): Connector {
  const preset: ProviderPreset = providerPresets[kind];
  return {
    ...roundTrip(preset),
    ...(preset.subjectSource && { subjectSource: preset.subjectSource }),
    group: preset.group,
    fixedDomains: preset.fixedDomains,
    firstAddress: preset.discoveryUrl,
    probes: [
      (machine, provider) => probeKeys(machine, preset, provider),
      (machine, provider) => probeClient(machine, preset, provider),
    ],
    prepare: (machine, typed) => prepare(machine, preset, typed),
  };
}

/** The way to such a provider and back: code flow with PKCE, `state` and `nonce` (OpenID Connect Core section 3.1). */
export function roundTrip(
  preset: RoundTripPreset,
): Pick<Connector, "returnPath" | "checks" | "start" | "finish"> {
  return {
    returnPath: "callback",
    checks: openIdConnectChecks,
    start: (machine, provider, request) => start(machine, preset, provider, request),
    finish: (machine, provider, answer) => finish(machine, preset, provider, answer),
  };
}

async function prepare(machine: Machine, preset: ProviderPreset, typed: TypedProvider) {
  const read = preset.settings.safeParse(typed.settings);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse({
      code: "settings-wrong",
      check: "settings",
      detail: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
    });
  }
  const settings = read.data as Readonly<Record<string, unknown>>;
  const problem = await preset.secretProblem?.(typed.secret);
  if (problem !== undefined) return refuse({ code: "settings-wrong", check: "settings", detail: problem });
  const found = await metadataOf(machine, preset, settings, typed.secret, true);
  if (!found.ok) return found;
  const { issuer, authorization_endpoint: signInUrl } = found.value.serverMetadata();
  if (isOwnIssuer(issuer) || signInUrl === undefined || !mayBeCalled(signInUrl))
    return refuse({
      code: "provider-answer-wrong",
      check: "metadata-understood",
      detail: `The provider at ${issuer} publishes no https authorization_endpoint.`,
    });
  return accept({ issuer, settings, signInUrl });
}

async function start(
  machine: Machine,
  preset: RoundTripPreset,
  provider: ProviderWithSecret,
  request: ProofRequest,
) {
  const found = await metadataOf(machine, preset, provider.settings, provider.secret);
  if (!found.ok) return found;
  const codeVerifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const location = client.buildAuthorizationUrl(found.value, {
    redirect_uri: request.returnUrl,
    scope: preset.scope(provider.settings),
    state: request.state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    ...(preset.responseMode && { response_mode: preset.responseMode }),
    ...(request.loginHint !== undefined && { login_hint: request.loginHint }),
    ...(request.mustProveAgain && { prompt: "login" }),
  });
  const remembered = {
    codeVerifier,
    nonce,
    ...(request.mustProveAgain && { notBefore: machine.clock().toISOString() }),
  };
  return accept({ location: location.href, remembered });
}

async function finish(
  machine: Machine,
  preset: RoundTripPreset,
  provider: ProviderWithSecret,
  answer: ProofAnswer,
): Promise<Result<StatedIdentity, ConnectorRefusal>> {
  const found = await metadataOf(machine, preset, provider.settings, provider.secret);
  if (!found.ok) return found;
  if (found.value.serverMetadata().issuer !== provider.issuer)
    return refuse({
      code: "provider-answer-wrong",
      check: "issuer",
      detail: `The provider now calls itself ${found.value.serverMetadata().issuer}; it was added as ${provider.issuer}.`,
    });
  const used = await takeCode(machine, provider, answer.parameters);
  if (used) return refuse(used);
  const came = new URL(answer.returnUrl);
  came.search = answer.parameters.toString();
  let during: ConnectionCheck = "code-redeemed";
  try {
    const tokens = await client.authorizationCodeGrant(found.value, came, {
      pkceCodeVerifier: answer.remembered["codeVerifier"] ?? "",
      expectedNonce: answer.remembered["nonce"] ?? "",
      expectedState: answer.state,
      idTokenExpected: true,
    });
    const claims = tokens.claims() ?? { sub: "", iat: 0 };
    if (isFromLater(claims.iat, machine.clock()))
      return refuse({
        code: "provider-answer-wrong",
        check: "time",
        detail: `The ID token was made later than now (iat ${claims.iat}).`,
      });
    during = "profile-read";
    const stated = statedBy(preset, provider, claims, answer);
    if (!stated.ok || stated.value.addresses.length > 0) return stated;
    const info = await userInfo(found.value, tokens.access_token, claims.sub);
    return statedBy(preset, provider, { ...info, ...claims }, answer);
  } catch (error) {
    return refuse(explainProviderFailure(error, during));
  }
}

/**
 * Claims that a provider gives only for an access token (OpenID Connect Core section 5.4). They count for the subject
 * of the ID token alone, which the library checks.
 */
async function userInfo(
  found: ProviderClient,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (found.serverMetadata().userinfo_endpoint === undefined) return {};
  return { ...(await client.fetchUserInfo(found, accessToken, subject)) };
}

function statedBy(
  preset: RoundTripPreset,
  provider: ProviderWithSecret,
  claims: Readonly<Record<string, unknown>>,
  { remembered, parameters }: ProofAnswer,
): Result<StatedIdentity, ConnectorRefusal> {
  const { notBefore } = remembered;
  if (notBefore !== undefined && isOlder(claims["auth_time"], new Date(notBefore)))
    return refuse({
      code: "provider-answer-wrong",
      check: "time",
      detail:
        "The person was asked to prove themselves again, and the provider took an earlier sign-in for it.",
    });
  const { subject, addresses, displayName } = preset.identity(claims, provider.settings);
  if (subject === undefined)
    return refuse({
      code: "provider-answer-wrong",
      check: "subject",
      detail: `The ID token has no claim for the subject. It has: ${Object.keys(claims).join(", ")}.`,
    });
  const { amr } = claims;
  const names = Array.isArray(amr) ? amr.filter((name) => typeof name === "string") : [];
  return accept({
    subject,
    addresses,
    displayName: displayName ?? preset.nameIn?.(parameters),
    amr: names,
    received: receivedIn(claims),
    profile: profileOfClaims(claims),
  });
}

function receivedIn({ iss, aud, iat, exp }: Readonly<Record<string, unknown>>): Received {
  // RFC 7519 section 2 knows moments beyond the last date.
  const moment = (seconds: unknown) => {
    const date = new Date(Number(seconds) * 1000);
    return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
  };
  return { issuer: String(iss), audience: String(aud), time: `${moment(iat)} to ${moment(exp)}` };
}

/** A provider that does not tell when somebody signed in is believed to have asked again. */
function isOlder(authTime: unknown, moment: Date): boolean {
  return typeof authTime === "number" && authTime + toleranceSeconds < moment.getTime() / 1000;
}

/** The library compares with our clock only until when a token holds, and since when if it says so. */
function isFromLater(issuedAt: number, now: Date): boolean {
  return issuedAt - toleranceSeconds > now.getTime() / 1000;
}
