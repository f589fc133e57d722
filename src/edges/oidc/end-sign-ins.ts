import type { Context } from "hono";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { SignedInAccount } from "../../domain/signout/rules/signed-in-account.ts";
import { csrfToken } from "../shared/csrf.ts";
import { allowFormTarget, allowFrame } from "../shared/security-headers.ts";
import { nameOfPlace } from "./find-tenant-of-path.ts";
import { frontChannelFrames, type SignOutInitiator } from "./front-channel-frames.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { SignOutRequest } from "./read-sign-out.ts";

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

/** What the end of sign-ins leads to. */
export interface SignOutEnd {
  /** Everybody who was signed in to the browser. */
  readonly accounts: readonly SignedInAccount[];
  /** Applications of the session, as their tenants see them. */
  readonly inUse: readonly ApplicationInTenant[];
  /** Where the person goes on. */
  readonly continueTo: string | undefined;
  readonly initiator?: SignOutInitiator;
}

/** What a request of OpenID Connect leads to. */
export function endOf({ accounts, inUse, returns }: SignOutRequest): SignOutEnd {
  return { accounts, inUse, continueTo: returns?.location };
}

/** Signs accounts out, tells their applications through the browser, and leads the person on. */
export async function endSignIns(
  c: Context,
  { machine, signIn, pages }: OidcPorts,
  { accounts, inUse, continueTo, initiator }: SignOutEnd,
  leaving: readonly SignedInAccount[],
): Promise<Response> {
  if (leaving.length > 0)
    await signIn.signOut(
      c,
      leaving.map(({ accountId }) => accountId),
    );
  const frames = await frontChannelFrames(machine, leaving, inUse, initiator);
  c.header("cache-control", "no-store");
  if (continueTo !== undefined && frames.length === 0) return c.redirect(continueTo, 303);
  if (continueTo !== undefined) c.header("refresh", `${waitSeconds};url=${continueTo}`);
  // Applications that were told by SAML answer here, in their frames.
  const isBySaml = leaving.some(({ applications }) => applications.some((used) => used.assertedName));
  if (isBySaml && frames.length > 0) allowFrame(c, machine.configuration.publicUrl);
  const [only] = leaving;
  const address = leaving.length === 1 && accounts.length > 1 ? only?.address : undefined;
  return pages.showSignedOut(c, { address, frames, continueTo });
}
