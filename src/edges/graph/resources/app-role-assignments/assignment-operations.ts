import type { OperationTable } from "../../operation-table.ts";
import { assignmentBody } from "./assignment-body.ts";

const change = ["AppRoleAssignment.ReadWrite.All"];
const read = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  ...change,
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const reading = { delegated: read, application: read };
const changing = { delegated: change, application: change };
const adding = { summary: "Assign an app role", ...changing, body: assignmentBody };
const removing = { summary: "Take an app role away", ...changing };

export const assignmentOperations = {
  "GET /servicePrincipals/:id/appRoleAssignedTo": { summary: "List who may use an application", ...reading },
  "POST /servicePrincipals/:id/appRoleAssignedTo": adding,
  "DELETE /servicePrincipals/:id/appRoleAssignedTo/:assignmentId": removing,
  "GET /servicePrincipals/:id/appRoleAssignments": {
    summary: "List what an application may do as itself",
    ...reading,
  },
  "POST /servicePrincipals/:id/appRoleAssignments": adding,
  "DELETE /servicePrincipals/:id/appRoleAssignments/:assignmentId": removing,
  "GET /users/:id/appRoleAssignments": { summary: "List what a user may use", ...reading },
  "POST /users/:id/appRoleAssignments": adding,
  "DELETE /users/:id/appRoleAssignments/:assignmentId": removing,
  "GET /groups/:id/appRoleAssignments": { summary: "List what the members of a group may use", ...reading },
  "POST /groups/:id/appRoleAssignments": adding,
  "DELETE /groups/:id/appRoleAssignments/:assignmentId": removing,
} as const satisfies OperationTable;
