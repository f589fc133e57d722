import type { OperationTable } from "../../operation-table.ts";
import { organizationBody } from "./organization-body.ts";

const readOrganization = [
  "Organization.Read.All",
  "Organization.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const delegated = ["User.Read", "User.ReadWrite", ...readOrganization];

export const organizationOperations = {
  "GET /organization": {
    summary: "List the organisation, the only one",
    delegated,
    application: readOrganization,
  },
  "GET /organization/:id": { summary: "Read the organisation", delegated, application: readOrganization },
  "PATCH /organization/:id": {
    summary: "Change the organisation's name, language and contacts",
    delegated: ["Organization.ReadWrite.All"],
    application: ["Organization.ReadWrite.All"],
    body: organizationBody,
  },
} as const satisfies OperationTable;
