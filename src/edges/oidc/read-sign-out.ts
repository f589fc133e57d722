import type { Context } from "hono";
import {
  findApplicationAtHome,
  findApplicationInTenant,
} from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { SignedInAccount } from "../../domain/signout/rules/signed-in-account.ts";
import { readIdTokenHint } from "../../domain/tokens/read-id-token-hint.ts";
import type { IdTokenHint } from "../../domain/tokens/rules/id-token-hint.ts";
import { type ApplicationId, parseGuid, type SessionId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findPlaceOfPath, type TenantPlace } from "./find-tenant-of-path.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { type RequestParameters, readParameters } from "./rules/request-parameters.ts";
import { type ReturnAddress, returnAddress } from "./rules/return-address.ts";

/** A sign-out request: what it says, who is signed in to the browser, and where it may lead. */
export interface SignOutRequest {
  readonly place: TenantPlace;
  readonly parameters: RequestParameters;
  readonly idToken: IdTokenHint | undefined;
  /** Undefined: the browser has no session. */
  readonly sessionId: SessionId | undefined;
  readonly accounts: readonly SignedInAccount[];
  /** Applications of the session, as their tenants see them. */
  readonly inUse: readonly ApplicationInTenant[];
  readonly returns: ReturnAddress | undefined;
}

/** Reads a sign-out request from the pairs it was sent with. */
export async function readSignOut(
  c: Context,
  { machine, signIn }: OidcPorts,
  pairs: URLSearchParams,
): Promise<Result<SignOutRequest, ProtocolRefusal>> {
  const read = readParameters(pairs);
  if (!read.ok) return read;
  const parameters = read.value;
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return place;

  const hint = parameters.get("id_token_hint");
  const [idToken, browser] = await Promise.all([
    hint === undefined ? undefined : readIdTokenHint(machine, hint),
    signIn.findSignedIn(c),
  ]);
  const clientId = parseGuid<ApplicationId>(parameters.get("client_id") ?? "");
  // OpenID Connect RP-Initiated Logout 1.0 section 2: both given, they must name one application.
  if (clientId && idToken && clientId !== idToken.applicationId)
    return refuse({
      code: "parameter-invalid",
      detail: "id_token_hint of another application than client_id",
    });

  const accounts = browser?.accounts ?? [];
  const [named, inUse] = await Promise.all([
    namedClient(machine, place.value, idToken, clientId),
    applicationsInUse(machine, accounts),
  ]);
  const returns = returnAddress(named ? [named] : inUse, parameters);
  return accept({
    place: place.value,
    parameters,
    idToken,
    sessionId: browser?.sessionId,
    accounts,
    inUse,
    returns,
  });
}

/** The application that the request itself names; the dialect's libraries name none. */
async function namedClient(
  machine: Machine,
  place: TenantPlace,
  idToken: IdTokenHint | undefined,
  clientId: ApplicationId | undefined,
): Promise<ApplicationInTenant | undefined> {
  if (idToken) return findApplicationInTenant(machine.database, idToken.tenantId, idToken.applicationId);
  if (!clientId) return undefined;
  return place.kind === "tenant"
    ? findApplicationInTenant(machine.database, place.tenant.tenantId, clientId)
    : findApplicationAtHome(machine.database, clientId);
}

/** The applications that these accounts are signed in to, as their tenants see them. */
export async function applicationsInUse(
  machine: Machine,
  accounts: readonly SignedInAccount[],
): Promise<ApplicationInTenant[]> {
  const found = await Promise.all(
    accounts
      .flatMap(({ applications }) => applications)
      .map(({ tenantId, applicationId }) =>
        findApplicationInTenant(machine.database, tenantId, applicationId),
      ),
  );
  return found.filter((client) => client !== undefined);
}
