import {
  addServicePrincipalOwner,
  removeServicePrincipalOwner,
} from "../../../../domain/applications/change-service-principal-owners.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { readReference } from "../../odata/read-reference.ts";
import { ownerError } from "../applications/owner-errors.ts";
import { readOwnerId } from "../applications/read-owner-id.ts";
import { findAddressedServicePrincipal } from "./find-addressed-service-principal.ts";
import { checkMayChangePresence } from "./may-change-service-principal.ts";

/** `POST /servicePrincipals/{id}/owners/$ref`. */
export async function addServicePrincipalOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const found = await findAddressedServicePrincipal(request);
  await checkMayChangePresence(machine, caller, found);
  const ownerId = readReference(await readJsonObject(request));
  const { servicePrincipalId } = found.servicePrincipal;
  const input = { tenantId: caller.tenantId, servicePrincipalId, ownerId };
  const outcome = await addServicePrincipalOwner(machine, circumstances(request), input);
  if (!outcome.ok) throw ownerError(outcome.refusal, ownerId);
  return c.body(null, 204);
}

/** `DELETE /servicePrincipals/{id}/owners/{id}/$ref`. */
export async function removeServicePrincipalOwnerEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const found = await findAddressedServicePrincipal(request);
  await checkMayChangePresence(machine, caller, found);
  const ownerId = readOwnerId(request);
  const { servicePrincipalId } = found.servicePrincipal;
  const input = { tenantId: caller.tenantId, servicePrincipalId, ownerId };
  const outcome = await removeServicePrincipalOwner(machine, circumstances(request), input);
  if (!outcome.ok) throw ownerError(outcome.refusal, ownerId);
  return c.body(null, 204);
}
