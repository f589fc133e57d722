import { claimsPart } from "./claims-parameter.ts";

/** Claims a request may ask for by name; the rest is for the application's registration to say. */
const askable = new Set(["auth_time", "login_hint", "email", "given_name", "family_name", "upn", "ctry"]);

/**
 * Names from the `id_token` part of the claims parameter (OpenID Connect Core section 5.5). Asking is voluntary for
 * us: what cannot be read is left out, since every modern client sends this parameter.
 */
export function requestedClaims(
  claimsParameter: string | undefined,
  maxAgeSeconds: number | undefined,
): string[] {
  const names = Object.keys(claimsPart(claimsParameter, "id_token")).filter((name) => askable.has(name));
  // OpenID Connect Core section 2: auth_time is required when max_age is asked.
  return maxAgeSeconds === undefined ? names : [...new Set([...names, "auth_time"])];
}
