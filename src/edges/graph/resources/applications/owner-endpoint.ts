import {
  addOwner,
  type OwnerRefusal,
  ownersOf,
  removeOwner,
} from "../../../../domain/applications/change-owners.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { readReference } from "../../odata/read-reference.ts";
import {
  checkDirectoryObjectSelection,
  presentDirectoryObjects,
} from "../directory-objects/present-directory-objects.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct, checkMayChange } from "./may-change-application.ts";

/** `GET /applications/{id}/owners`: people and applications, all on one page. */
export async function listOwnersEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const application = await findAddressedApplication(request);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkDirectoryObjectSelection(select);
  const owners = await ownersOf(machine.database, application);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "directoryObjects", select),
    value: await presentDirectoryObjects(request, owners, select),
  });
}

/** `POST /applications/{id}/owners/$ref`. */
export async function addOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  const ownerId = readReference(await readJsonObject(request));
  const { objectId } = application;
  const outcome = await addOwner(machine, circumstances(request), { tenantId, objectId, ownerId });
  if (!outcome.ok) throw errors[outcome.refusal.code](ownerId);
  return c.body(null, 204);
}

/** `DELETE /applications/{id}/owners/{id}/$ref`. */
export async function removeOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const ownerId = (c.req.param("ownerId") ?? "").toLowerCase();
  const owners = await ownersOf(machine.database, application);
  if (!owners.some(({ id }) => id === ownerId)) throw notFound(ownerId.slice(0, 100));
  const { objectId } = application;
  const outcome = await removeOwner(machine, circumstances(request), { tenantId, objectId, ownerId });
  if (!outcome.ok) throw errors[outcome.refusal.code](ownerId);
  return c.body(null, 204);
}

const errors: Record<OwnerRefusal["code"], (ownerId: string) => GraphError> = {
  "application-not-found": () => notFound("application"),
  "owner-not-found": notFound,
  "owner-exists": () =>
    badRequest(
      "One or more added object references already exist for the following modified properties: 'owners'.",
    ),
  "too-many-owners": () => badRequest("An application has at most 100 owners."),
};
