import type { OptionalClaim } from "../../applications/rules/application.ts";

/** What a request asks tokens to carry (OpenID Connect Core section 5.5), as far as we know it. */
export interface RequestedClaims {
  readonly idToken: readonly string[];
  readonly accessToken: readonly string[];
  /** What the client can do, for resources to see: `cp1` means that it understands claims challenges. */
  readonly clientCapabilities: readonly string[];
}

/** Claims beyond those that are always there, each with the words that say how it is to be written. */
export type WantedClaims = ReadonlyMap<string, ReadonlySet<string>>;

/** What an application is registered to want in a kind of token, and what the request asks for. */
export function wantedClaims(
  registered: readonly OptionalClaim[] | undefined,
  requested: readonly string[],
): WantedClaims {
  const wanted = new Map<string, ReadonlySet<string>>(requested.map((name) => [name, new Set()]));
  for (const { name, source, additionalProperties } of registered ?? []) {
    // With a source the claim is an attribute that an organisation made up itself, of which there are none.
    if (source === null) wanted.set(name, new Set(additionalProperties));
  }
  return wanted;
}
