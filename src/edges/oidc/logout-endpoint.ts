import type { Context } from "hono";
import { decodeJwt } from "jose";
import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { matchRedirectUri } from "../../domain/applications/rules/redirect-uri.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { signInNameOfHint } from "../../domain/tokens/rules/person-claims.ts";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import { type ApplicationId, parseGuid, type SessionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findTenantOfPath } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { type RequestParameters, readParameters } from "./rules/request-parameters.ts";
import { showRefusal } from "./show-refusal.ts";
import type { EndedSession } from "./sign-in-port.ts";

/** `GET|POST /{tenant}/oauth2/v2.0/logout` (OpenID Connect RP-Initiated Logout 1.0). */
export async function logoutEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const pairs =
    c.req.method === "POST" ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams;
  const parameters = readParameters(pairs);
  if (!parameters.ok) return showRefusal(c, machine, pages, parameters.refusal);
  const tenant = await findTenantOfPath(c, machine);
  if (!tenant.ok) return showRefusal(c, machine, pages, tenant.refusal);

  const hint = readIdTokenHint(parameters.value.get("id_token_hint"));
  const loginHint = parameters.value.get("logout_hint");
  const ended = await signIn.endSession(c, {
    sessionId: hint.sessionId,
    loginHint: loginHint && signInNameOfHint(loginHint, (text) => Buffer.from(text, "base64url").toString()),
  });
  const told = await findApplications(machine, ended);
  const candidates = [
    ...told.map(({ client }) => client),
    ...(await namedClients(machine, tenant.value, parameters.value, hint.clientId)),
  ];
  const continueTo = returnAddress(candidates, parameters.value);
  const frames = told.flatMap(({ client, sessionId, tenantId }) =>
    frontChannelAddress(machine, client, sessionId, tenantId),
  );
  c.header("cache-control", "no-store");
  if (continueTo !== undefined && frames.length === 0) return c.redirect(continueTo, 303);
  // The frames get a moment, then the person goes on without having to do anything.
  if (continueTo !== undefined) c.header("refresh", `2;url=${continueTo}`);
  return pages.showSignedOut(c, { frames, continueTo });
}

type Told = EndedSession["applications"][number] & { readonly client: ApplicationInTenant };

async function findApplications(machine: Machine, ended: EndedSession): Promise<Told[]> {
  const found = await Promise.all(
    ended.applications.map(async (used) => ({
      ...used,
      client: await findApplicationInTenant(machine.database, used.tenantId, used.applicationId),
    })),
  );
  return found.filter((one): one is Told => one.client !== undefined);
}

/** The application that the request itself names; the dialect's libraries name none. */
async function namedClients(
  machine: Machine,
  tenant: Tenant,
  parameters: RequestParameters,
  hinted: ApplicationId | undefined,
): Promise<ApplicationInTenant[]> {
  const named = parseGuid<ApplicationId>(parameters.get("client_id") ?? "");
  const ids = [named, hinted].filter((id) => id !== undefined);
  const clients = await Promise.all(
    ids.map((id) => findApplicationInTenant(machine.database, tenant.tenantId, id)),
  );
  return clients.filter((client) => client !== undefined);
}

/**
 * Reads an ID token that only says which application and session are meant. It is a hint: nothing is given for it,
 * the return address must still be registered, and expired ones are usual.
 */
function readIdTokenHint(text: string | undefined): {
  readonly clientId: ApplicationId | undefined;
  readonly sessionId: SessionId | undefined;
} {
  const nothing = { clientId: undefined, sessionId: undefined };
  if (text === undefined) return nothing;
  try {
    const { aud, sid } = decodeJwt(text);
    return {
      clientId: typeof aud === "string" ? parseGuid<ApplicationId>(aud) : undefined,
      sessionId: typeof sid === "string" ? parseGuid<SessionId>(sid) : undefined,
    };
  } catch {
    return nothing;
  }
}

/** Section 3: only an address registered for an application that takes part; everything else ends at our own page. */
function returnAddress(
  candidates: readonly ApplicationInTenant[],
  parameters: RequestParameters,
): string | undefined {
  const asked = parameters.get("post_logout_redirect_uri");
  if (asked === undefined) return undefined;
  const isRegistered = candidates.some(({ application }) =>
    matchRedirectUri(application.redirectUris, asked),
  );
  if (!isRegistered) return undefined;
  const state = parameters.get("state");
  if (state === undefined) return asked;
  return `${asked}${asked.includes("?") ? "&" : "?"}state=${encodeURIComponent(state)}`;
}

/** OpenID Connect Front-Channel Logout 1.0 section 2. */
function frontChannelAddress(
  machine: Machine,
  { application }: ApplicationInTenant,
  sessionId: SessionId,
  tenantId: Tenant["tenantId"],
): string[] {
  if (application.logoutUrl === undefined || !/^https?:\/\//.test(application.logoutUrl)) return [];
  if (!URL.canParse(application.logoutUrl)) return [];
  const address = new URL(application.logoutUrl);
  address.searchParams.set("iss", tokenIssuer(machine.configuration.publicUrl, tenantId, 2));
  address.searchParams.set("sid", sessionId);
  return [address.href];
}
