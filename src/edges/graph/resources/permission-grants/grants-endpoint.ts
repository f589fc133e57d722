import {
  changeGrant,
  createGrant,
  type GrantRefusal,
  revokeGrant,
} from "../../../../domain/applications/change-grants.ts";
import {
  countGrants,
  findGrant,
  type GrantSide,
  queryGrants,
} from "../../../../domain/applications/query-grants.ts";
import type { GrantId, PermissionGrant } from "../../../../domain/applications/rules/permission-grant.ts";
import { parseGuid, type ServicePrincipalId, type UserId } from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listObjects } from "../../odata/list-objects.ts";
import { odataContext } from "../../odata/page.ts";
import { showObject } from "../../odata/show-object.ts";
import { readBody } from "../../read-body.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";
import { findAddressedServicePrincipal } from "../service-principals/find-addressed-service-principal.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import { grantBody, grantChangesBody } from "./grant-body.ts";
import { grantType, presentGrant } from "./grant-type.ts";

const about = { resource: "OAuth2PermissionGrant" };

/** `GET /oauth2PermissionGrants`. */
export function listGrantsEndpoint(request: GraphRequest): Promise<Response> {
  return answerGrants(request, "all");
}

/** `GET /servicePrincipals/{id}/oauth2PermissionGrants`: what an application may do for people. */
export async function listGrantsOfClientEndpoint(request: GraphRequest): Promise<Response> {
  const { servicePrincipal } = await findAddressedServicePrincipal(request);
  return answerGrants(request, { clientId: servicePrincipal.servicePrincipalId });
}

/** `GET /users/{id}/oauth2PermissionGrants`: what a person let applications do for them. */
export async function listGrantsOfUserEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadApplications(request.caller);
  const user = await findAddressedUser(request, "GET /users/:id/oauth2PermissionGrants");
  return answerGrants(request, { principalId: user.userId });
}

/** `GET /oauth2PermissionGrants/{id}`. */
export async function readGrantEndpoint(request: GraphRequest): Promise<Response> {
  return showObject(request, {
    type: grantType,
    item: await findAddressedGrant(request),
    present: (grants, select) => grants.map((grant) => presentGrant(grant, select)),
  });
}

/** `POST /oauth2PermissionGrants`. */
export async function createGrantEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGrant(caller);
  const typed = readBody(grantBody, await readJsonObject(request), about);
  const outcome = await createGrant(machine, circumstances(request), {
    tenantId: caller.tenantId,
    clientId: typed.clientId as string as ServicePrincipalId,
    resourceId: typed.resourceId as string as ServicePrincipalId,
    principalId: (typed.principalId ?? undefined) as UserId | undefined,
    scopes: typed.scope ?? [],
  });
  if (!outcome.ok) throw grantError(outcome.refusal);
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/oauth2PermissionGrants/${outcome.value.grantId}`);
  const context = odataContext(publicUrl, "oauth2PermissionGrants", undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentGrant(outcome.value) }, 201);
}

/** `PATCH /oauth2PermissionGrants/{id}`: `scope` becomes what is sent. */
export async function updateGrantEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGrant(caller);
  const { grantId } = await findAddressedGrant(request);
  const { scope } = readBody(grantChangesBody, await readJsonObject(request), about);
  const { tenantId } = caller;
  const outcome = await changeGrant(machine, circumstances(request), { tenantId, grantId, scopes: scope });
  if (!outcome.ok) throw grantError(outcome.refusal);
  return c.body(null, 204);
}

/** `DELETE /oauth2PermissionGrants/{id}`. */
export async function deleteGrantEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGrant(caller);
  const { grantId } = await findAddressedGrant(request);
  const { tenantId } = caller;
  const outcome = await revokeGrant(machine, circumstances(request), { tenantId, grantId });
  if (!outcome.ok) throw grantError(outcome.refusal);
  return c.body(null, 204);
}

async function answerGrants(request: GraphRequest, side: GrantSide): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMayReadApplications(caller);
  return listObjects(request, {
    type: grantType,
    select: (page) => queryGrants(machine.database, tenantId, side, page),
    count: (where) => countGrants(machine.database, tenantId, side, where),
    idOf: ({ grantId }) => grantId,
    present: (grants, select) => grants.map((grant) => presentGrant(grant, select)),
  });
}

async function findAddressedGrant({ c, machine, caller }: GraphRequest): Promise<PermissionGrant> {
  checkMayReadApplications(caller);
  const { property, value } = addressedKey(c);
  const grantId = property === undefined ? parseGuid<GrantId>(value) : undefined;
  const grant = grantId && (await findGrant(machine.database, caller.tenantId, grantId));
  if (!grant) throw notFound(value.slice(0, 100));
  return grant;
}

/** What applications may do for people is decided by those who administer applications. */
function checkMayGrant(caller: Caller): void {
  if (caller.kind === "application") return;
  if (
    holdsRole(caller, "application-administrator", "cloud-application-administrator", "global-administrator")
  )
    return;
  throw missingRole("Application Administrator", "Cloud Application Administrator", "Global Administrator");
}

function grantError(refusal: GrantRefusal): GraphError {
  switch (refusal.code) {
    case "grant-not-found":
      return notFound("grant");
    case "grant-exists":
      return new GraphError(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        "Permission entry already exists.",
        [{ code: "ObjectConflict", message: "Change the scope of the grant that there is." }],
      );
    case "client-not-found":
      return unknown("clientId");
    case "resource-not-found":
      return unknown("resourceId");
    case "principal-not-found":
      return unknown("principalId");
    case "scope-unknown":
      return badRequest(`The resource has no scope '${refusal.scope.slice(0, 120)}'.`, {
        code: "UnknownScope",
        target: "scope",
        message: "oauth2PermissionScopes of its service principal lists what there is.",
      });
  }
}

function unknown(target: string): GraphError {
  return badRequest(`Invalid value specified for property '${target}' of resource 'OAuth2PermissionGrant'.`, {
    code: "UnknownReference",
    target,
    message: "It names an object of the organization.",
  });
}
