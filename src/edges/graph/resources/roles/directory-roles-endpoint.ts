import {
  allDirectoryRoles,
  type DirectoryRole,
  directoryRoleOfTemplate,
} from "../../../../domain/directory/rules/directory-role.ts";
import { addressedKey } from "../../addressed-key.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import { type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { checkMayGiveRoles, checkMayReadRoles } from "./may-use-roles.ts";
import { presentDirectoryRole, presentRoleTemplate } from "./present-role.ts";

/** `GET /directoryRoleTemplates`. */
export async function listRoleTemplatesEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  return listFew(request, "directoryRoleTemplates", allDirectoryRoles.map(presentRoleTemplate));
}

/** `GET /directoryRoles`. */
export async function listDirectoryRolesEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  return listFew(request, "directoryRoles", allDirectoryRoles.map(presentDirectoryRole));
}

/** `GET /directoryRoles/{id}`, also by `(roleTemplateId='…')`. */
export async function readDirectoryRoleEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadRoles(request.caller);
  return showOne(request, "directoryRoles", presentDirectoryRole(addressedRole(request)));
}

/** `POST /directoryRoles`: every role is active, so that whoever makes sure of it finds it so. */
export async function activateDirectoryRoleEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayGiveRoles(caller);
  const { roleTemplateId } = await readJsonObject(request);
  const role = directoryRoleOfTemplate(typeof roleTemplateId === "string" ? roleTemplateId : "");
  if (role === undefined)
    throw badRequest("Invalid value specified for property 'roleTemplateId' of resource 'DirectoryRole'.", {
      code: "UnknownRoleTemplate",
      target: "roleTemplateId",
      message: "GET /directoryRoleTemplates lists the roles that there are.",
    });
  const { publicUrl } = machine.configuration;
  const shown = presentDirectoryRole(role);
  c.header("location", `${publicUrl}/v1.0/directoryRoles/${String(shown["id"])}`);
  return graphJson(
    c,
    { "@odata.context": odataContext(publicUrl, "directoryRoles", undefined, true), ...shown },
    201,
  );
}

/** The role in the address: by id, or by template, which clients spell in two ways. Throws 404. */
export function addressedRole({ c }: GraphRequest): DirectoryRole {
  const { property, value } = addressedKey(c);
  const typed = value.replace(/^roleTemplateId=/i, "").replace(/^'(.*)'$/, "$1");
  const isKey = property === undefined || property.toLowerCase() === "roletemplateid";
  const role = isKey ? directoryRoleOfTemplate(typed) : undefined;
  if (role === undefined) throw notFound(value.slice(0, 100));
  return role;
}
