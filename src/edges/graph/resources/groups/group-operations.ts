import type { OperationTable } from "../../operation-table.ts";

const readGroups = [
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

export const groupOperations = {
  "GET /groups": { summary: "List groups", delegated: readGroups, application: readGroups },
  "GET /groups/$count": { summary: "Count groups", delegated: readGroups, application: readGroups },
  "GET /groups/:id": { summary: "Read a group", delegated: readGroups, application: readGroups },
  "GET /groups/:id/members": {
    summary: "List the members of a group",
    delegated: readGroups,
    application: readGroups,
  },
} as const satisfies OperationTable;
