import {
  createServicePrincipal,
  findUsableApplication,
} from "../../../../domain/applications/create-service-principal.ts";
import { findServicePrincipals } from "../../../../domain/applications/query-service-principals.ts";
import {
  deleteServicePrincipal,
  type ServicePrincipalRefusal,
  updateServicePrincipal,
} from "../../../../domain/applications/update-service-principal.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { checkMayChange, checkMayRegister } from "../applications/may-change-application.ts";
import { ownersOfNew } from "../applications/owners-of-new.ts";
import { findAddressedServicePrincipal } from "./find-addressed-service-principal.ts";
import { checkMayChangePresence } from "./may-change-service-principal.ts";
import { readNewServicePrincipal, readServicePrincipalChanges } from "./service-principal-body.ts";
import { presentServicePrincipal } from "./service-principal-properties.ts";

/** `POST /servicePrincipals`: lets an application be used here, its own tenant's or one that is made for many. */
export async function createServicePrincipalEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  checkMayRegister(caller);
  const { applicationId, properties, ownerReferences } = readNewServicePrincipal(
    await readJsonObject(request),
  );
  const application = await findUsableApplication(machine.database, tenantId, applicationId);
  if (!application) throw unusable(applicationId);
  await checkMayChange(machine, caller, application);
  // An application that may only change what it owns must own what it made; people are named, or have a role.
  const maker =
    caller.actor.kind === "application"
      ? ({ kind: "service-principal", id: caller.actor.servicePrincipalId } as const)
      : undefined;
  const owners = await ownersOfNew(request, maker, ownerReferences);
  const outcome = await createServicePrincipal(machine, circumstances(request), {
    tenantId,
    applicationId,
    properties,
    owners,
  });
  if (!outcome.ok)
    throw outcome.refusal.code === "application-not-found"
      ? unusable(applicationId)
      : new GraphError(
          409,
          "Request_MultipleObjectsWithSameKeyValue",
          `The service principal cannot be created, because the service principal name ${applicationId} is already in use.`,
        );
  const { servicePrincipalId } = outcome.value;
  const [made] = await findServicePrincipals(machine.database, tenantId, [servicePrincipalId]);
  if (!made) throw notFound(servicePrincipalId);
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/servicePrincipals/${servicePrincipalId}`);
  const context = odataContext(publicUrl, "servicePrincipals", undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentServicePrincipal(made) }, 201);
}

/** `PATCH /servicePrincipals/{id}`. */
export async function updateServicePrincipalEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const found = await findAddressedServicePrincipal(request);
  await checkMayChangePresence(machine, caller, found);
  const changes = readServicePrincipalChanges(await readJsonObject(request));
  const { servicePrincipalId } = found.servicePrincipal;
  const key = { tenantId: caller.tenantId, servicePrincipalId };
  const outcome = await updateServicePrincipal(machine, circumstances(request), { ...key, changes });
  if (!outcome.ok) throw changeError(outcome.refusal, servicePrincipalId);
  return c.body(null, 204);
}

/** `DELETE /servicePrincipals/{id}`. */
export async function deleteServicePrincipalEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const found = await findAddressedServicePrincipal(request);
  await checkMayChangePresence(machine, caller, found);
  const { servicePrincipalId } = found.servicePrincipal;
  const key = { tenantId: caller.tenantId, servicePrincipalId };
  const outcome = await deleteServicePrincipal(machine, circumstances(request), key);
  if (!outcome.ok) throw changeError(outcome.refusal, servicePrincipalId);
  return c.body(null, 204);
}

function unusable(applicationId: string): GraphError {
  return badRequest(
    `The appId '${applicationId}' of the service principal does not reference a valid application object.`,
    {
      code: "UnknownApplication",
      target: "appId",
      message: "It names an application of the organization, or one of another that is made for several.",
    },
  );
}

function changeError({ code }: ServicePrincipalRefusal, id: string): GraphError {
  return code === "built-in"
    ? badRequest("Graph is built in: it can neither be changed nor deleted.")
    : notFound(id);
}
