import {
  directoryRoleOfTemplate,
  directoryRoles,
} from "../../../../domain/directory/rules/directory-role.ts";
import type { RoleAssignment } from "../../../../domain/directory/rules/role-assignment.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";

/** The id of an assignment on the wire: the ids of role and user as one text, which clients do not look into. */
export function writeAssignmentId({ role, userId }: RoleAssignment): string {
  const ids = `${directoryRoles[role].templateId}${userId}`.replaceAll("-", "");
  return Buffer.from(ids, "hex").toString("base64url");
}

/** The assignment that an id means, whether or not there is such a one. */
export function readAssignmentId(id: string): RoleAssignment | undefined {
  if (!/^[\w-]{43}$/.test(id)) return undefined;
  const hex = Buffer.from(id, "base64url").toString("hex");
  const role = directoryRoleOfTemplate(withHyphens(hex.slice(0, 32)));
  const userId = parseGuid<UserId>(withHyphens(hex.slice(32)));
  return role === undefined || userId === undefined ? undefined : { role, userId };
}

function withHyphens(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
