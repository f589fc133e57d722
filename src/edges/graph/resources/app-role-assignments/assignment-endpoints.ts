import type { GraphEndpoint } from "../../graph-request.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";
import { findAddressedGroup } from "../groups/find-addressed-group.ts";
import { findAddressedServicePrincipal } from "../service-principals/find-addressed-service-principal.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import type { assignmentOperations } from "./assignment-operations.ts";
import {
  type AssignmentOwner,
  addAssignmentEndpoint,
  listAssignmentsEndpoint,
  removeAssignmentEndpoint,
} from "./assignments-endpoint.ts";

const assignedTo: AssignmentOwner = {
  collection: "servicePrincipals",
  navigation: "appRoleAssignedTo",
  find: async (request) => {
    const { servicePrincipal } = await findAddressedServicePrincipal(request);
    return { resourceId: servicePrincipal.servicePrincipalId };
  },
};

const ofServicePrincipal: AssignmentOwner = {
  collection: "servicePrincipals",
  navigation: "appRoleAssignments",
  find: async (request) => {
    const { servicePrincipal } = await findAddressedServicePrincipal(request);
    return { principalId: servicePrincipal.servicePrincipalId };
  },
};

const ofUser: AssignmentOwner = {
  collection: "users",
  navigation: "appRoleAssignments",
  find: async (request) => {
    checkMayReadApplications(request.caller);
    const user = await findAddressedUser(request, "GET /users/:id/appRoleAssignments");
    return { principalId: user.userId };
  },
};

const ofGroup: AssignmentOwner = {
  collection: "groups",
  navigation: "appRoleAssignments",
  find: async (request) => {
    checkMayReadApplications(request.caller);
    const group = await findAddressedGroup(request);
    return { principalId: group.groupId };
  },
};

export const assignmentEndpoints: Record<keyof typeof assignmentOperations, GraphEndpoint> = {
  "GET /servicePrincipals/:id/appRoleAssignedTo": listAssignmentsEndpoint(assignedTo),
  "POST /servicePrincipals/:id/appRoleAssignedTo": addAssignmentEndpoint(assignedTo),
  "DELETE /servicePrincipals/:id/appRoleAssignedTo/:assignmentId": removeAssignmentEndpoint(assignedTo),
  "GET /servicePrincipals/:id/appRoleAssignments": listAssignmentsEndpoint(ofServicePrincipal),
  "POST /servicePrincipals/:id/appRoleAssignments": addAssignmentEndpoint(ofServicePrincipal),
  "DELETE /servicePrincipals/:id/appRoleAssignments/:assignmentId":
    removeAssignmentEndpoint(ofServicePrincipal),
  "GET /users/:id/appRoleAssignments": listAssignmentsEndpoint(ofUser),
  "POST /users/:id/appRoleAssignments": addAssignmentEndpoint(ofUser),
  "DELETE /users/:id/appRoleAssignments/:assignmentId": removeAssignmentEndpoint(ofUser),
  "GET /groups/:id/appRoleAssignments": listAssignmentsEndpoint(ofGroup),
  "POST /groups/:id/appRoleAssignments": addAssignmentEndpoint(ofGroup),
  "DELETE /groups/:id/appRoleAssignments/:assignmentId": removeAssignmentEndpoint(ofGroup),
};
