import { assignDirectoryRole } from "../../../../domain/directory/assign-directory-role.ts";
import { listRoleAssignments, rolesOf } from "../../../../domain/directory/find-roles.ts";
import { removeDirectoryRole } from "../../../../domain/directory/remove-directory-role.ts";
import { directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";
import type { RoleAssignment } from "../../../../domain/directory/rules/role-assignment.ts";
import { badRequest, lastAdministrator, notFound, unsupportedQuery } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { expandInto } from "../../odata/expand-into.ts";
import { showOne } from "../../odata/list-few.ts";
import { nextLink, odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { readAssignmentId, writeAssignmentId } from "./assignment-id.ts";
import { assignmentNavigations } from "./assignment-navigations.ts";
import { checkMayGiveRoles, checkMayReadRoles } from "./may-use-roles.ts";
import { readAssignmentFilter } from "./read-assignment-filter.ts";
import { readRoleAssignment, unknownPrincipal } from "./role-assignment-body.ts";

const collection = "roleManagement/directory/roleAssignments";

/** `GET /roleManagement/directory/roleAssignments`. */
export async function listRoleAssignmentsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayReadRoles(caller);
  const navigations = assignmentNavigations(request);
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"), {
    navigations: Object.keys(navigations),
  });
  if (query.orderBy !== undefined || query.select !== undefined)
    throw unsupportedQuery("$orderby and $select are not supported on role assignments.");
  const after = query.after === undefined ? undefined : readAssignmentId(query.after);
  if (query.after !== undefined && after === undefined) throw badRequest("Skip token is not valid.");
  const { publicUrl } = machine.configuration;
  const asked = readAssignmentFilter(query.filter);
  const found =
    asked === "nothing"
      ? []
      : await listRoleAssignments(machine.database, caller.tenantId, {
          ...asked,
          after,
          limit: query.top + 1,
        });
  const shown = found.slice(0, query.top);
  const last = shown.at(-1);
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, collection),
    ...(found.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, `/${collection}`, query, writeAssignmentId(last)) }
      : {}),
    value: await expandInto(shown.map(presentAssignment), shown, query.expand, navigations),
  });
}

/** `GET /roleManagement/directory/roleAssignments/{id}`. */
export async function readRoleAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  return showOne(request, collection, presentAssignment(await addressedAssignment(request)));
}

/** `POST /roleManagement/directory/roleAssignments`. */
export async function createRoleAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGiveRoles(caller);
  const assignment = readRoleAssignment(await readJsonObject(request));
  const { tenantId } = caller;
  const outcome = await assignDirectoryRole(machine, circumstances(request), { tenantId, ...assignment });
  if (!outcome.ok) throw unknownPrincipal();
  if (outcome.value === "already-held")
    throw badRequest(
      "A conflicting object with one or more of the specified property values is present in the directory.",
      { code: "ObjectConflict", target: "principalId", message: "The user holds this role already." },
    );
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${writeAssignmentId(assignment)}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentAssignment(assignment) }, 201);
}

/** `DELETE /roleManagement/directory/roleAssignments/{id}`. */
export async function deleteRoleAssignmentEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGiveRoles(caller);
  const assignment = await addressedAssignment(request);
  const { tenantId } = caller;
  const outcome = await removeDirectoryRole(machine, circumstances(request), { tenantId, ...assignment });
  if (!outcome.ok)
    throw outcome.refusal.code === "last-administrator"
      ? lastAdministrator()
      : notFound(writeAssignmentId(assignment));
  return c.body(null, 204);
}

/** The assignment in the address. Throws 404. */
async function addressedAssignment({ c, machine, caller }: GraphRequest): Promise<RoleAssignment> {
  const id = c.req.param("id") ?? "";
  const named = readAssignmentId(id);
  const held = named && (await rolesOf(machine.database, caller.tenantId, named.userId));
  if (named === undefined || !held?.includes(named.role)) throw notFound(id.slice(0, 100));
  return named;
}

function presentAssignment(assignment: RoleAssignment): Record<string, unknown> {
  return {
    id: writeAssignmentId(assignment),
    principalId: assignment.userId,
    directoryScopeId: "/",
    roleDefinitionId: directoryRoles[assignment.role].templateId,
  };
}
