import type { GraphEndpoint } from "../../graph-request.ts";
import {
  createAssignmentEndpoint,
  deleteAssignmentEndpoint,
  listAssignmentsEndpoint,
  readAssignmentEndpoint,
  readOrderEndpoint,
  setOrderEndpoint,
  updateAssignmentEndpoint,
} from "./assignments-endpoint.ts";
import {
  linkApplicationEndpoint,
  listFlowApplicationsEndpoint,
  unlinkApplicationEndpoint,
} from "./flow-applications-endpoint.ts";
import {
  addApproverEndpoint,
  listFlowApproversEndpoint,
  removeApproverEndpoint,
} from "./flow-approvers-endpoint.ts";
import { readFlowConnectorsEndpoint, setFlowConnectorEndpoint } from "./flow-connectors-endpoint.ts";
import { linkGroupEndpoint, listFlowGroupsEndpoint, unlinkGroupEndpoint } from "./flow-groups-endpoint.ts";
import {
  listFlowLanguagesEndpoint,
  putFlowLanguageEndpoint,
  readFlowLanguageEndpoint,
} from "./flow-languages-endpoint.ts";
import {
  listDefaultPagesEndpoint,
  listOverridesPagesEndpoint,
  readDefaultPageEndpoint,
  readDefaultTextsEndpoint,
  readOverridesPageEndpoint,
  readOwnTextsEndpoint,
  removeOwnTextsEndpoint,
  writeOwnTextsEndpoint,
} from "./flow-pages-endpoint.ts";
import {
  addFlowProviderEndpoint,
  listFlowProvidersEndpoint,
  removeFlowProviderEndpoint,
} from "./flow-providers-endpoint.ts";
import {
  approveRequestEndpoint,
  deleteRequestEndpoint,
  denyRequestEndpoint,
  listRequestsEndpoint,
  readRequestEndpoint,
} from "./flow-requests-endpoint.ts";
import type { userFlowOperations } from "./user-flow-operations.ts";
import {
  createUserFlowEndpoint,
  deleteUserFlowEndpoint,
  listUserFlowsEndpoint,
  readUserFlowEndpoint,
  updateUserFlowEndpoint,
} from "./user-flows-endpoint.ts";

export const userFlowEndpoints: Record<keyof typeof userFlowOperations, GraphEndpoint> = {
  "GET /identity/b2xUserFlows": listUserFlowsEndpoint,
  "POST /identity/b2xUserFlows": createUserFlowEndpoint,
  "GET /identity/b2xUserFlows/:id": readUserFlowEndpoint,
  "PATCH /identity/b2xUserFlows/:id": updateUserFlowEndpoint,
  "DELETE /identity/b2xUserFlows/:id": deleteUserFlowEndpoint,
  "GET /identity/b2xUserFlows/:id/identityProviders": listFlowProvidersEndpoint,
  "POST /identity/b2xUserFlows/:id/identityProviders/$ref": addFlowProviderEndpoint,
  "DELETE /identity/b2xUserFlows/:id/identityProviders/:providerId/$ref": removeFlowProviderEndpoint,
  "GET /identity/b2xUserFlows/:id/userFlowIdentityProviders": listFlowProvidersEndpoint,
  "POST /identity/b2xUserFlows/:id/userFlowIdentityProviders/$ref": addFlowProviderEndpoint,
  "POST /identity/b2xUserFlows/:id/userflowIdentityProviders/$ref": addFlowProviderEndpoint,
  "DELETE /identity/b2xUserFlows/:id/userFlowIdentityProviders/:providerId/$ref": removeFlowProviderEndpoint,
  "GET /identity/b2xUserFlows/:id/apiConnectorConfiguration": readFlowConnectorsEndpoint,
  "PUT /identity/b2xUserFlows/:id/apiConnectorConfiguration/:step/$ref": setFlowConnectorEndpoint,
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments": listAssignmentsEndpoint,
  "POST /identity/b2xUserFlows/:id/userAttributeAssignments": createAssignmentEndpoint,
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments/getOrder": readOrderEndpoint,
  "POST /identity/b2xUserFlows/:id/userAttributeAssignments/setOrder": setOrderEndpoint,
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": readAssignmentEndpoint,
  "PATCH /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": updateAssignmentEndpoint,
  "DELETE /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": deleteAssignmentEndpoint,
  "GET /identity/b2xUserFlows/:id/languages": listFlowLanguagesEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language": readFlowLanguageEndpoint,
  "PUT /identity/b2xUserFlows/:id/languages/:language": putFlowLanguageEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages": listDefaultPagesEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages/:pageId": readDefaultPageEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages/:pageId/$value": readDefaultTextsEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages": listOverridesPagesEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId": readOverridesPageEndpoint,
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value": readOwnTextsEndpoint,
  "PUT /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value": writeOwnTextsEndpoint,
  "DELETE /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value":
    removeOwnTextsEndpoint,
  "GET /identity/b2xUserFlows/:id/applications": listFlowApplicationsEndpoint,
  "POST /identity/b2xUserFlows/:id/applications/$ref": linkApplicationEndpoint,
  "DELETE /identity/b2xUserFlows/:id/applications/:applicationId/$ref": unlinkApplicationEndpoint,
  "GET /identity/b2xUserFlows/:id/groups": listFlowGroupsEndpoint,
  "POST /identity/b2xUserFlows/:id/groups/$ref": linkGroupEndpoint,
  "DELETE /identity/b2xUserFlows/:id/groups/:groupId/$ref": unlinkGroupEndpoint,
  "GET /identity/b2xUserFlows/:id/approvers": listFlowApproversEndpoint,
  "POST /identity/b2xUserFlows/:id/approvers/$ref": addApproverEndpoint,
  "DELETE /identity/b2xUserFlows/:id/approvers/:approverId/$ref": removeApproverEndpoint,
  "GET /identity/b2xUserFlows/:id/signUpRequests": listRequestsEndpoint,
  "GET /identity/b2xUserFlows/:id/signUpRequests/:requestId": readRequestEndpoint,
  "POST /identity/b2xUserFlows/:id/signUpRequests/:requestId/approve": approveRequestEndpoint,
  "POST /identity/b2xUserFlows/:id/signUpRequests/:requestId/deny": denyRequestEndpoint,
  "DELETE /identity/b2xUserFlows/:id/signUpRequests/:requestId": deleteRequestEndpoint,
};
