import type { OperationTable } from "../../operation-table.ts";
import { authorizationPolicyBody } from "./authorization-policy-body.ts";

const changeAuthorization = ["Policy.ReadWrite.Authorization"];
const readPolicies = ["Policy.Read.All", ...changeAuthorization];

export const policyOperations = {
  "GET /policies/authorizationPolicy": {
    summary: "Read who may invite, what guests see, and whether people consent for themselves",
    delegated: readPolicies,
    application: readPolicies,
  },
  "PATCH /policies/authorizationPolicy": {
    summary: "Change who may invite, what guests see, and whether people consent for themselves",
    delegated: changeAuthorization,
    application: changeAuthorization,
    body: authorizationPolicyBody,
  },
} as const satisfies OperationTable;
