import {
  type DirectoryRole,
  directoryRoleOfTemplate,
} from "../../../../domain/directory/rules/directory-role.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { unsupportedQuery } from "../../graph-error.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";

interface AskedAssignments {
  readonly userId?: UserId;
  readonly role?: DirectoryRole;
}

/** Whose assignments, or of which role; `nothing` when there can be no such assignment. Throws 400. */
export function readAssignmentFilter(filter: FilterTree | undefined): AskedAssignments | "nothing" {
  if (filter === undefined) return {};
  let asked: AskedAssignments = {};
  for (const part of filter.kind === "and" ? filter.operands : [filter]) {
    const read = readPart(part);
    if (read === "nothing" || isOther(asked.userId, read.userId) || isOther(asked.role, read.role))
      return "nothing";
    asked = { ...asked, ...read };
  }
  return asked;
}

/** Both are asked for, and one assignment cannot have both. */
function isOther(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && first !== second;
}

function readPart(part: FilterTree): AskedAssignments | "nothing" {
  if (part.kind === "compare" && part.operator === "eq" && part.literal.type !== "null") {
    const value = String(part.literal.value);
    if (part.path === "principalId") {
      const userId = parseGuid<UserId>(value);
      return userId === undefined ? "nothing" : { userId };
    }
    if (part.path === "roleDefinitionId") {
      const role = directoryRoleOfTemplate(value);
      return role === undefined ? "nothing" : { role };
    }
    if (part.path === "directoryScopeId") return value === "/" ? {} : "nothing";
  }
  throw unsupportedQuery(
    "Unsupported Query. Role assignments are filtered by principalId, roleDefinitionId and directoryScopeId with eq, joined with 'and'.",
  );
}
