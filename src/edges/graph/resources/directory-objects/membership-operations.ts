import type { OperationRow } from "../../operation-table.ts";

/** The actions that tell what an object belongs to. */
export type MembershipOperation<Path extends string> =
  `POST ${Path}/${"getMemberGroups" | "getMemberObjects" | "checkMemberGroups" | "checkMemberObjects"}`;

/** The rows of these actions, which take the same permissions. */
export function membershipOperations<Path extends string>(
  path: Path,
  what: string,
  permissions: Omit<OperationRow, "summary">,
): Record<MembershipOperation<Path>, OperationRow> {
  const rows: Record<string, OperationRow> = {
    [`POST ${path}/getMemberGroups`]: {
      summary: `List the ids of all groups that a ${what} is in, directly or not`,
      ...permissions,
    },
    [`POST ${path}/getMemberObjects`]: {
      summary: `List the ids of all groups and roles of a ${what}, directly or not`,
      ...permissions,
    },
    [`POST ${path}/checkMemberGroups`]: {
      summary: `Tell which of some groups a ${what} is in, directly or not`,
      ...permissions,
    },
    [`POST ${path}/checkMemberObjects`]: {
      summary: `Tell which of some groups and roles a ${what} has, directly or not`,
      ...permissions,
    },
  };
  return rows;
}
