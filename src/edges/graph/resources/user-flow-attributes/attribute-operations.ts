import type { OperationTable } from "../../operation-table.ts";
import { attributeBody, attributeChangesBody } from "./attribute-body.ts";

const read = ["IdentityUserFlow.Read.All", "IdentityUserFlow.ReadWrite.All"];
const write = ["IdentityUserFlow.ReadWrite.All"];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };

export const userFlowAttributeOperations = {
  "GET /identity/userFlowAttributes": {
    summary: "List what people can be asked when they sign up",
    ...reading,
  },
  "POST /identity/userFlowAttributes": { summary: "Make an attribute", ...writing, body: attributeBody },
  "GET /identity/userFlowAttributes/:attributeId": { summary: "Read an attribute", ...reading },
  "PATCH /identity/userFlowAttributes/:attributeId": {
    summary: "Change what an attribute is called",
    ...writing,
    body: attributeChangesBody,
  },
  "DELETE /identity/userFlowAttributes/:attributeId": {
    summary: "Delete an attribute, and its value of everybody",
    ...writing,
  },
} as const satisfies OperationTable;
