import type { RequestedClaims } from "../../../domain/tokens/rules/wanted-claims.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { claimsPart, clientCapabilities, isClaimsParameter } from "./claims-parameter.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

/** Claims a request may ask for by name; the rest is for the application's registration to say. */
const askable = new Set([
  "auth_time",
  "ctry",
  "email",
  "family_name",
  "given_name",
  "ipaddr",
  "login_hint",
  "upn",
  "verified_primary_email",
  "verified_secondary_email",
  "xms_edov",
]);

/**
 * The claims parameter (OpenID Connect Core section 5.5): names under `id_token` and `access_token`. Asking is voluntary
 * for us, essential or not: what is not known is left out, since every modern client sends names of its own.
 */
export function parseRequestedClaims(
  claimsParameter: string | undefined,
  maxAgeSeconds?: number,
): Result<RequestedClaims, ProtocolRefusal> {
  if (!isClaimsParameter(claimsParameter)) return refuse({ code: "claims-malformed" });
  const names = askableIn(claimsPart(claimsParameter, "id_token"));
  return accept({
    // OpenID Connect Core section 2: auth_time is required when max_age is asked.
    idToken: maxAgeSeconds === undefined ? names : [...new Set([...names, "auth_time"])],
    accessToken: askableIn(claimsPart(claimsParameter, "access_token")),
    clientCapabilities: clientCapabilities(claimsParameter),
  });
}

function askableIn(part: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(part).filter((name) => askable.has(name));
}
