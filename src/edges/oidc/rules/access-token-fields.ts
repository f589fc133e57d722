import type { IssuedAccessToken } from "../../../domain/tokens/rules/issued-access-token.ts";
import type { EndpointVersion } from "./endpoint-version.ts";

/**
 * The access token of an answer and how long it is good (RFC 6749 section 5.1). The first version says it by moments
 * too, all in text, and which resource it is for.
 */
export function accessTokenFields(
  token: IssuedAccessToken | undefined,
  version: EndpointVersion,
  resource: string,
): Readonly<Record<string, string | number | undefined>> {
  if (!token) return {};
  const { text, lifetimeSeconds } = token;
  if (version === 2)
    return { expires_in: lifetimeSeconds, ext_expires_in: lifetimeSeconds, access_token: text };
  const from = Math.floor(token.issuedAt.getTime() / 1000);
  return {
    expires_in: String(lifetimeSeconds),
    ext_expires_in: String(lifetimeSeconds),
    expires_on: String(from + lifetimeSeconds),
    not_before: String(from),
    resource,
    access_token: text,
  };
}
