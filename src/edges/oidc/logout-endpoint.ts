import type { Context } from "hono";
import { signInNameOfHint } from "../../domain/tokens/rules/person-claims.ts";
import { askWhomToSignOut, endOf, endSignIns } from "./end-sign-ins.ts";
import { isNavigation } from "./is-navigation.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { readSignOut, type SignOutRequest } from "./read-sign-out.ts";
import { whomToSignOut } from "./rules/whom-to-sign-out.ts";
import { showRefusal } from "./show-refusal.ts";

/** `GET|POST /{tenant}/oauth2/v2.0/logout` (OpenID Connect RP-Initiated Logout 1.0). */
export async function logoutEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const pairs =
    c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams;
  const request = await readSignOut(c, ports, pairs);
  if (!request.ok) return showRefusal(c, ports.machine, ports.pages, request.refusal);
  const { accounts, idToken, returns } = request.value;
  const decision = whomToSignOut(accounts, {
    idToken,
    name: hintedName(request.value),
    returnsTo: returns?.clients.map(({ application }) => application.applicationId) ?? [],
    isNavigation: isNavigation(c),
  });
  return decision.kind === "ask"
    ? askWhomToSignOut(c, ports, request.value)
    : endSignIns(c, ports, endOf(request.value), decision.accounts);
}

function hintedName({ parameters }: SignOutRequest): string | undefined {
  const hint = parameters.get("logout_hint");
  return hint && signInNameOfHint(hint, (text) => Buffer.from(text, "base64url").toString());
}
