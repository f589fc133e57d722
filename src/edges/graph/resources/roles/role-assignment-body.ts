import { z } from "zod";
import {
  type DirectoryRole,
  directoryRoleOfTemplate,
} from "../../../../domain/directory/rules/directory-role.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";

/** The body of `POST /roleManagement/directory/roleAssignments`. */
export const roleAssignmentBody = z.strictObject({
  principalId: z.string(),
  roleDefinitionId: z.string(),
  directoryScopeId: z.literal("/"),
});

/** Reads that body; throws 400 naming what is wrong. */
export function readRoleAssignment(body: Record<string, unknown>): { userId: UserId; role: DirectoryRole } {
  const plain = Object.entries(body).filter(([name]) => !name.includes("@odata."));
  const parsed = roleAssignmentBody.safeParse(Object.fromEntries(plain));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const target = issue?.code === "unrecognized_keys" ? String(issue.keys[0]) : String(issue?.path[0] ?? "");
    throw badRequest(
      `Invalid value specified for property '${target.slice(0, 100)}' of resource 'RoleAssignment'.`,
      {
        code: "InvalidValue",
        target: target.slice(0, 100),
        message:
          "It takes principalId (a user), roleDefinitionId, and directoryScopeId '/': roles hold for the whole directory.",
      },
    );
  }
  const role = directoryRoleOfTemplate(parsed.data.roleDefinitionId);
  if (role === undefined)
    throw badRequest("The role definition does not exist.", {
      code: "UnknownRoleDefinition",
      target: "roleDefinitionId",
      message: "GET /roleManagement/directory/roleDefinitions lists the roles that there are.",
    });
  const userId = parseGuid<UserId>(parsed.data.principalId);
  if (userId === undefined) throw unknownPrincipal();
  return { userId, role };
}

/** 400: the one who is to hold a role is nobody here. */
export function unknownPrincipal(): Error {
  return badRequest("The principal does not exist.", {
    code: "UnknownPrincipal",
    target: "principalId",
    message: "It is the object id of a user of this organization; only users hold roles here.",
  });
}
