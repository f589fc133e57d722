import { type Context, Hono } from "hono";
import { findTokenHolder } from "../../domain/tokens/find-token-holder.ts";
import { emailClaim, signInName } from "../../domain/tokens/rules/person-claims.ts";
import { verifyAccessToken } from "../../domain/tokens/verify-access-token.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findPlaceOfPath } from "./find-tenant-of-path.ts";
import { readableByScripts } from "./readable-by-scripts.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import { protocolError } from "./rules/protocol-error.ts";
import { errorDescription } from "./show-refusal.ts";

/** `/oidc/userinfo`: lives beside Graph and takes Graph's tokens. */
export function userInfoEdge(machine: Machine): Hono {
  const edge = new Hono();
  edge.use(readableByScripts());
  edge.on(["GET", "POST"], "/", (c) => userInfoEndpoint(c, machine, 2));
  return edge;
}

/** `GET|POST /{tenant}/openid/userinfo`: that of the first version, which says the ids of person and tenant too. */
export async function tenantUserInfoEndpoint(c: Context, machine: Machine): Promise<Response> {
  const place = await findPlaceOfPath(c, machine);
  const tenantId = place.ok && place.value.kind === "tenant" ? place.value.tenant.tenantId : undefined;
  return place.ok ? userInfoEndpoint(c, machine, 1, tenantId) : challenge(c, machine);
}

/** `GET|POST /oidc/userinfo` (OpenID Connect Core section 5.3). */
async function userInfoEndpoint(
  c: Context,
  machine: Machine,
  version: EndpointVersion,
  askedAt?: TenantId,
): Promise<Response> {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (token === undefined) return challenge(c, machine);
  const verified = await verifyAccessToken(machine, token);
  if (!verified.ok || verified.value.caller.kind !== "user") return challenge(c, machine);
  const { tenantId, caller, issuedAt } = verified.value;
  const scopes = new Set(caller.scopes);
  const holder = await findTokenHolder(machine, { tenantId, userId: caller.userId, issuedAt });
  if (!scopes.has("openid") || !holder.ok) return challenge(c, machine);
  if (askedAt !== undefined && askedAt !== tenantId) return challenge(c, machine);
  const user = holder.value;
  const hasProfile = scopes.has("profile");
  return c.json(
    {
      sub: caller.subject,
      ...(version === 1 && {
        oid: user.userId,
        tid: tenantId,
        upn: user.isExternal ? undefined : user.userPrincipalName,
      }),
      ...(hasProfile
        ? {
            name: user.displayName,
            given_name: user.givenName,
            family_name: user.surname,
            preferred_username: signInName(user),
            picture: `${machine.configuration.publicUrl}/v1.0/me/photo/$value`,
          }
        : {}),
      email: scopes.has("email") ? emailClaim(user, true) : undefined,
    },
    200,
    { "cache-control": "no-store" },
  );
}

/** RFC 6750 section 3. */
function challenge(c: Context, machine: Machine): Response {
  const error = protocolError({ code: "token-invalid" });
  return c.json(
    {
      error: error.error,
      error_description: errorDescription(c, error.number, error.text, machine.clock()),
    },
    401,
    { "www-authenticate": `Bearer error="${error.error}", error_description="${error.text}"` },
  );
}
