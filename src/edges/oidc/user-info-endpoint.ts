import { type Context, Hono } from "hono";
import { findTokenHolder } from "../../domain/tokens/find-token-holder.ts";
import { emailClaim, signInName } from "../../domain/tokens/rules/person-claims.ts";
import { verifyAccessToken } from "../../domain/tokens/verify-access-token.ts";
import type { Machine } from "../../platform/machine.ts";
import { readableByScripts } from "./readable-by-scripts.ts";
import { protocolError } from "./rules/protocol-error.ts";
import { errorDescription } from "./show-refusal.ts";

/** `/oidc/userinfo`: lives beside Graph and takes Graph's tokens. */
export function userInfoEdge(machine: Machine): Hono {
  const edge = new Hono();
  edge.use(readableByScripts());
  edge.on(["GET", "POST"], "/", (c) => userInfoEndpoint(c, machine));
  return edge;
}

/** `GET|POST /oidc/userinfo` (OpenID Connect Core section 5.3). */
async function userInfoEndpoint(c: Context, machine: Machine): Promise<Response> {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (token === undefined) return challenge(c, machine);
  const verified = await verifyAccessToken(machine, token);
  if (!verified.ok || verified.value.caller.kind !== "user") return challenge(c, machine);
  const { tenantId, caller, issuedAt } = verified.value;
  const scopes = new Set(caller.scopes);
  const holder = await findTokenHolder(machine, { tenantId, userId: caller.userId, issuedAt });
  if (!scopes.has("openid") || !holder.ok) return challenge(c, machine);
  const user = holder.value;
  const hasProfile = scopes.has("profile");
  return c.json(
    {
      sub: caller.subject,
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
