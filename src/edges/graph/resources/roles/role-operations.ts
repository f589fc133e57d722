import type { OperationTable } from "../../operation-table.ts";
import { roleAssignmentBody } from "./role-assignment-body.ts";

const changeRoles = ["RoleManagement.ReadWrite.Directory"];
const readRoles = [
  "RoleManagement.Read.Directory",
  ...changeRoles,
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const reading = { delegated: readRoles, application: readRoles };
const changing = { delegated: changeRoles, application: changeRoles };

export const roleOperations = {
  "GET /directoryRoleTemplates": { summary: "List the roles that there can be", ...reading },
  "GET /directoryRoles": { summary: "List the directory roles; all are active", ...reading },
  "POST /directoryRoles": {
    summary: "Activate a role by `roleTemplateId`; it is active already, so this only answers it",
    ...changing,
  },
  "GET /directoryRoles/:id": { summary: "Read a directory role", ...reading },
  "GET /directoryRoles/:id/members": { summary: "List who holds a role", ...reading },
  "POST /directoryRoles/:id/members/$ref": { summary: "Give a user a role", ...changing },
  "DELETE /directoryRoles/:id/members/:memberId/$ref": { summary: "Take a role from a user", ...changing },
  "GET /roleManagement/directory/roleDefinitions": { summary: "List role definitions", ...reading },
  "GET /roleManagement/directory/roleDefinitions/:id": { summary: "Read a role definition", ...reading },
  "GET /roleManagement/directory/roleAssignments": { summary: "List who holds which role", ...reading },
  "POST /roleManagement/directory/roleAssignments": {
    summary: "Give a user a role over the whole directory",
    ...changing,
    body: roleAssignmentBody,
  },
  "GET /roleManagement/directory/roleAssignments/:id": { summary: "Read a role assignment", ...reading },
  "DELETE /roleManagement/directory/roleAssignments/:id": {
    summary: "Take the role of an assignment away",
    ...changing,
  },
} as const satisfies OperationTable;
