import type { GraphEndpoint } from "../../graph-request.ts";
import {
  activateDirectoryRoleEndpoint,
  listDirectoryRolesEndpoint,
  listRoleTemplatesEndpoint,
  readDirectoryRoleEndpoint,
} from "./directory-roles-endpoint.ts";
import {
  createRoleAssignmentEndpoint,
  deleteRoleAssignmentEndpoint,
  listRoleAssignmentsEndpoint,
  readRoleAssignmentEndpoint,
} from "./role-assignments-endpoint.ts";
import { listRoleDefinitionsEndpoint, readRoleDefinitionEndpoint } from "./role-definitions-endpoint.ts";
import {
  addRoleMemberEndpoint,
  listRoleMembersEndpoint,
  removeRoleMemberEndpoint,
} from "./role-members-endpoint.ts";
import type { roleOperations } from "./role-operations.ts";

export const roleEndpoints: Record<keyof typeof roleOperations, GraphEndpoint> = {
  "GET /directoryRoleTemplates": listRoleTemplatesEndpoint,
  "GET /directoryRoles": listDirectoryRolesEndpoint,
  "POST /directoryRoles": activateDirectoryRoleEndpoint,
  "GET /directoryRoles/:id": readDirectoryRoleEndpoint,
  "GET /directoryRoles/:id/members": listRoleMembersEndpoint,
  "POST /directoryRoles/:id/members/$ref": addRoleMemberEndpoint,
  "DELETE /directoryRoles/:id/members/:memberId/$ref": removeRoleMemberEndpoint,
  "GET /roleManagement/directory/roleDefinitions": listRoleDefinitionsEndpoint,
  "GET /roleManagement/directory/roleDefinitions/:id": readRoleDefinitionEndpoint,
  "GET /roleManagement/directory/roleAssignments": listRoleAssignmentsEndpoint,
  "POST /roleManagement/directory/roleAssignments": createRoleAssignmentEndpoint,
  "GET /roleManagement/directory/roleAssignments/:id": readRoleAssignmentEndpoint,
  "DELETE /roleManagement/directory/roleAssignments/:id": deleteRoleAssignmentEndpoint,
};
