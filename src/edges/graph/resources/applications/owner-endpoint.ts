import { addOwner, removeOwner } from "../../../../domain/applications/change-owners.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { readReference } from "../../odata/read-reference.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct, checkMayChange } from "./may-change-application.ts";
import { ownerError } from "./owner-errors.ts";
import { readOwnerId } from "./read-owner-id.ts";

/** `POST /applications/{id}/owners/$ref`. */
export async function addOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  const ownerId = readReference(await readJsonObject(request));
  const { objectId } = application;
  const outcome = await addOwner(machine, circumstances(request), { tenantId, objectId, ownerId });
  if (!outcome.ok) throw ownerError(outcome.refusal, ownerId);
  return c.body(null, 204);
}

/** `DELETE /applications/{id}/owners/{id}/$ref`. */
export async function removeOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const ownerId = readOwnerId(request);
  const { objectId } = application;
  const outcome = await removeOwner(machine, circumstances(request), { tenantId, objectId, ownerId });
  if (!outcome.ok) throw ownerError(outcome.refusal, ownerId);
  return c.body(null, 204);
}
