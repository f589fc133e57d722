import type { Context } from "hono";
import type { SignedInAccount } from "../../domain/signout/rules/signed-in-account.ts";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import { csrfToken } from "../shared/csrf.ts";
import { allowFormTarget } from "../shared/security-headers.ts";
import { nameOfPlace } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { SignOutRequest } from "./read-sign-out.ts";
import { frontChannelAddress } from "./rules/front-channel-address.ts";

/** What the question carries along, so that its answer is the same request. */
const carried = ["post_logout_redirect_uri", "state", "client_id", "id_token_hint"];

/** Frames of applications get this long; then the person goes on without having to do anything. */
const waitSeconds = 3;

/** Asks the person which of their accounts is to leave. */
export async function askWhomToSignOut(
  c: Context,
  { machine, pages }: OidcPorts,
  { place, parameters, sessionId, accounts, returns }: SignOutRequest,
): Promise<Response> {
  if (sessionId === undefined) throw new Error("nobody is signed in, so there is nothing to ask");
  if (returns) allowFormTarget(c, returns.location);
  return pages.showSignOutQuestion(c, {
    accounts,
    action: `/${nameOfPlace(place)}/oauth2/v2.0/logout/choose`,
    csrf: csrfToken(machine, sessionId),
    hidden: Object.fromEntries(
      carried.flatMap((name) => {
        const value = parameters.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  });
}

/** Signs accounts out, tells their applications through the browser, and leads the person on. */
export async function endSignIns(
  c: Context,
  { machine, signIn, pages }: OidcPorts,
  { accounts, inUse, returns }: SignOutRequest,
  leaving: readonly SignedInAccount[],
): Promise<Response> {
  if (leaving.length > 0)
    await signIn.signOut(
      c,
      leaving.map(({ accountId }) => accountId),
    );
  const frames = leaving.flatMap(({ accountId, applications }) =>
    applications.flatMap(({ tenantId, applicationId }) => {
      const issuer = tokenIssuer(machine.configuration.publicUrl, tenantId, 2);
      const client = inUse.find(
        ({ application, servicePrincipal }) =>
          application.applicationId === applicationId && servicePrincipal.tenantId === tenantId,
      );
      const address = client && frontChannelAddress(client.application, { issuer, sid: accountId });
      return address === undefined ? [] : [address];
    }),
  );
  c.header("cache-control", "no-store");
  const continueTo = returns?.location;
  if (continueTo !== undefined && frames.length === 0) return c.redirect(continueTo, 303);
  if (continueTo !== undefined) c.header("refresh", `${waitSeconds};url=${continueTo}`);
  const [only] = leaving;
  const address = leaving.length === 1 && accounts.length > 1 ? only?.address : undefined;
  return pages.showSignedOut(c, { address, frames: [...new Set(frames)], continueTo });
}
