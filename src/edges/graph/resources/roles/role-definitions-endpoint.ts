import {
  allDirectoryRoles,
  directoryRoleOfTemplate,
} from "../../../../domain/directory/rules/directory-role.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { checkMayReadRoles } from "./may-use-roles.ts";
import { presentRoleDefinition } from "./present-role.ts";

const collection = "roleManagement/directory/roleDefinitions";

/** `GET /roleManagement/directory/roleDefinitions`. */
export async function listRoleDefinitionsEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  return listFew(request, collection, allDirectoryRoles.map(presentRoleDefinition));
}

/** `GET /roleManagement/directory/roleDefinitions/{id}`. */
export async function readRoleDefinitionEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  const id = request.c.req.param("id") ?? "";
  const role = directoryRoleOfTemplate(id);
  if (role === undefined) throw notFound(id.slice(0, 100));
  return showOne(request, collection, presentRoleDefinition(role));
}
