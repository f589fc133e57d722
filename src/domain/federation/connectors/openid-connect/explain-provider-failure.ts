import * as client from "openid-client";
import { OutboundFailure } from "../../../../platform/outbound/outbound-failure.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import type { ConnectionCheck } from "../../rules/connection-check.ts";
import { KeysUnreadable } from "./fetch-keys.ts";

/** What is checked on a round trip through an OpenID provider, in the order in which the library does it. */
export const openIdConnectChecks = [
  "endpoint-reached",
  "metadata-understood",
  "taken-once",
  "answer-belongs-here",
  "person-agreed",
  "code-redeemed",
  "algorithm",
  "time",
  "issuer",
  "audience",
  "nonce",
  "keys-readable",
  "signature",
  "profile-read",
  "subject",
] as const satisfies readonly ConnectionCheck[];

const checkOfClaim: Readonly<Record<string, ConnectionCheck>> = {
  iss: "issuer",
  aud: "audience",
  azp: "audience",
  nonce: "nonce",
  exp: "time",
  nbf: "time",
  iat: "time",
  auth_time: "time",
  sub: "subject",
};

/**
 * Turns what the library threw into the check that failed. `during`: the check that was under way, which counts where
 * the error does not say more. Anything that is not about the provider is thrown on.
 */
export function explainProviderFailure(error: unknown, during: ConnectionCheck): ConnectorRefusal {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof KeysUnreadable) return explainKeys(cause);
    if (cause instanceof OutboundFailure)
      return { code: "provider-unreachable", check: during, detail: cause.message };
  }
  if (error instanceof client.AuthorizationResponseError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(": ");
    return { code: "provider-denied", check: "person-agreed", detail };
  }
  if (error instanceof client.ResponseBodyError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(": ");
    return { code: "provider-refused-us", check: during, detail };
  }
  if (error instanceof client.ClientError) {
    const told = tellingError(error);
    return {
      code: "provider-answer-wrong",
      check: checkOfError(told) ?? during,
      detail: `${told.message} (${error.code ?? "no code"})${expectationOf(told)}`,
    };
  }
  if (error instanceof TypeError || error instanceof client.WWWAuthenticateChallengeError)
    return { code: "provider-answer-wrong", check: during, detail: error.message };
  throw error;
}

function explainKeys({ message, cause }: KeysUnreadable): ConnectorRefusal {
  const code = cause instanceof OutboundFailure ? "provider-unreachable" : "provider-answer-wrong";
  return { code, check: "keys-readable", detail: message };
}

/** The library says in general what happened, and in the cause which value it was about. */
function tellingError(error: client.ClientError): Error {
  return error.cause instanceof Error ? error.cause : error;
}

function checkOfError(error: Error): ConnectionCheck | undefined {
  const claim = claimOf(error.cause);
  if (claim !== undefined && claim in checkOfClaim) return checkOfClaim[claim];
  if (/\balg\b/i.test(error.message)) return "algorithm";
  if (/signature|JWK|"kid"/i.test(error.message)) return "signature";
  // RFC 9207 and `state`: the answer is for another request, or from another provider.
  if (/"(?:state|iss)" /.test(error.message)) return "answer-belongs-here";
  return undefined;
}

function claimOf(cause: unknown): string | undefined {
  const claim = typeof cause === "object" && cause !== null && "claim" in cause ? cause.claim : undefined;
  return typeof claim === "string" ? claim : undefined;
}

/** What was expected and what came: the two lines an administrator compares. */
function expectationOf({ cause }: Error): string {
  if (cause instanceof Response) return `; status ${cause.status}`;
  if (typeof cause !== "object" || cause === null || !("expected" in cause)) return "";
  const claims = "claims" in cause ? (cause.claims as Readonly<Record<string, unknown>>) : {};
  const claim = claimOf(cause);
  const received = claim === undefined ? undefined : claims[claim];
  return `; expected ${JSON.stringify(cause.expected)}, received ${JSON.stringify(received)}`;
}
