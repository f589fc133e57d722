import type { OperationTable } from "../../operation-table.ts";
import { newPolicyBody, policyChangesBody } from "./conditional-access-policy-body.ts";
import { locationChangesBody, newLocationBody } from "./named-location-body.ts";

const read = ["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"];
const write = ["Policy.ReadWrite.ConditionalAccess"];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };

export const conditionalAccessOperations = {
  "GET /identity/conditionalAccess/policies": {
    summary: "List the rules by which people are let in",
    ...reading,
  },
  "POST /identity/conditionalAccess/policies": {
    summary: "Add a rule by which people are let in",
    ...writing,
    body: newPolicyBody,
  },
  "GET /identity/conditionalAccess/policies/:id": { summary: "Read such a rule", ...reading },
  "PATCH /identity/conditionalAccess/policies/:id": {
    summary: "Change such a rule, or switch it on or off",
    ...writing,
    body: policyChangesBody,
  },
  "DELETE /identity/conditionalAccess/policies/:id": { summary: "Take such a rule away", ...writing },
  "GET /identity/conditionalAccess/namedLocations": {
    summary: "List the networks that rules speak of",
    ...reading,
  },
  "POST /identity/conditionalAccess/namedLocations": {
    summary: "Give networks a name for rules",
    ...writing,
    body: newLocationBody,
  },
  "GET /identity/conditionalAccess/namedLocations/:id": {
    summary: "Read which networks a name is for",
    ...reading,
  },
  "PATCH /identity/conditionalAccess/namedLocations/:id": {
    summary: "Change which networks a name is for",
    ...writing,
    body: locationChangesBody,
  },
  "DELETE /identity/conditionalAccess/namedLocations/:id": {
    summary: "Take the name of networks away, unless a rule speaks of it",
    ...writing,
  },
} as const satisfies OperationTable;
