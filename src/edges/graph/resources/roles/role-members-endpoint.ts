import { assignDirectoryRole } from "../../../../domain/directory/assign-directory-role.ts";
import { listRoleHolders } from "../../../../domain/directory/find-roles.ts";
import { removeDirectoryRole } from "../../../../domain/directory/remove-directory-role.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { badRequest, lastAdministrator, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { referencedId } from "../../odata/referenced-id.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { presentFoundUsers } from "../users/present-user.ts";
import { userType } from "../users/user-properties.ts";
import { addressedRole } from "./directory-roles-endpoint.ts";
import { checkMayGiveRoles, checkMayReadRoles } from "./may-use-roles.ts";

/** `GET /directoryRoles/{id}/members`: all at once, as clients expect of this collection. */
export async function listRoleMembersEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayReadRoles(caller);
  const role = addressedRole(request);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkSelection(userType, select);
  const holders = await listRoleHolders(machine.database, caller.tenantId, role);
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "directoryObjects"),
    value: await presentFoundUsers(request, holders, select),
  });
}

/** `POST /directoryRoles/{id}/members/$ref`. */
export async function addRoleMemberEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGiveRoles(caller);
  const role = addressedRole(request);
  const { "@odata.id": reference } = await readJsonObject(request);
  const named = referencedId(typeof reference === "string" ? reference : undefined);
  if (named === undefined) throw badRequest("The request body must hold '@odata.id', a reference to a user.");
  const userId = parseGuid<UserId>(named);
  if (userId === undefined) throw notFound(named.slice(0, 100));
  const { tenantId } = caller;
  const outcome = await assignDirectoryRole(machine, circumstances(request), { tenantId, userId, role });
  if (!outcome.ok) throw notFound(userId);
  if (outcome.value === "already-held")
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'members'.",
    );
  return c.body(null, 204);
}

/** `DELETE /directoryRoles/{id}/members/{userId}/$ref`. */
export async function removeRoleMemberEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGiveRoles(caller);
  const role = addressedRole(request);
  const named = c.req.param("memberId") ?? "";
  const userId = parseGuid<UserId>(named);
  if (userId === undefined) throw notFound(named.slice(0, 100));
  const { tenantId } = caller;
  const outcome = await removeDirectoryRole(machine, circumstances(request), { tenantId, userId, role });
  if (!outcome.ok)
    throw outcome.refusal.code === "last-administrator" ? lastAdministrator() : notFound(userId);
  return c.body(null, 204);
}
