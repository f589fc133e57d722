import type { OperationTable } from "../../operation-table.ts";

const readOrganization = ["Organization.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const delegated = ["User.Read", "User.ReadWrite", ...readOrganization];

export const organizationOperations = {
  "GET /organization": {
    summary: "List the organisation, the only one",
    delegated,
    application: readOrganization,
  },
  "GET /organization/:id": { summary: "Read the organisation", delegated, application: readOrganization },
} as const satisfies OperationTable;
