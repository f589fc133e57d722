import type { OperationTable } from "../../operation-table.ts";
import { assignmentBody, assignmentChangesBody, assignmentOrderBody } from "./assignment-body.ts";
import { pageTextsBody } from "./page-texts-body.ts";
import {
  approvalBody,
  connectorReferenceBody,
  denialBody,
  flowLanguageBody,
  flowReferenceBody,
  newUserFlowBody,
  userFlowChangesBody,
} from "./user-flow-body.ts";

const read = ["IdentityUserFlow.Read.All", "IdentityUserFlow.ReadWrite.All"];
const write = ["IdentityUserFlow.ReadWrite.All"];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };
const linking = { ...writing, body: flowReferenceBody };

export const userFlowOperations = {
  "GET /identity/b2xUserFlows": { summary: "List the user flows by which people sign up", ...reading },
  "POST /identity/b2xUserFlows": { summary: "Make a user flow", ...writing, body: newUserFlowBody },
  "GET /identity/b2xUserFlows/:id": { summary: "Read a user flow", ...reading },
  "PATCH /identity/b2xUserFlows/:id": {
    summary: "Change for whom a user flow is, and which language it speaks",
    ...writing,
    body: userFlowChangesBody,
  },
  "DELETE /identity/b2xUserFlows/:id": { summary: "Delete a user flow", ...writing },
  "GET /identity/b2xUserFlows/:id/identityProviders": {
    summary: "List the ways to prove an identity that a user flow takes",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/identityProviders/$ref": {
    summary: "Have a user flow take an identity provider",
    ...linking,
  },
  "DELETE /identity/b2xUserFlows/:id/identityProviders/:providerId/$ref": {
    summary: "Have a user flow take an identity provider no more",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/userFlowIdentityProviders": {
    summary: "List the ways to prove an identity that a user flow takes",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/userFlowIdentityProviders/$ref": {
    summary: "Have a user flow take an identity provider",
    ...linking,
  },
  // As the reference of Graph spells it in its own example.
  "POST /identity/b2xUserFlows/:id/userflowIdentityProviders/$ref": {
    summary: "Have a user flow take an identity provider",
    ...linking,
  },
  "DELETE /identity/b2xUserFlows/:id/userFlowIdentityProviders/:providerId/$ref": {
    summary: "Have a user flow take an identity provider no more",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/apiConnectorConfiguration": {
    summary: "Read which APIs a user flow asks",
    ...reading,
  },
  "PUT /identity/b2xUserFlows/:id/apiConnectorConfiguration/:step/$ref": {
    summary: "Have a user flow ask an API at a step, or none",
    ...writing,
    body: connectorReferenceBody,
  },
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments": {
    summary: "List what a user flow asks",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/userAttributeAssignments": {
    summary: "Have a user flow ask for an attribute",
    ...writing,
    body: assignmentBody,
  },
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments/getOrder": {
    summary: "Read the order in which a user flow asks",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/userAttributeAssignments/setOrder": {
    summary: "Change the order in which a user flow asks",
    ...writing,
    body: assignmentOrderBody,
  },
  "GET /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": {
    summary: "Read how a user flow asks for an attribute",
    ...reading,
  },
  "PATCH /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": {
    summary: "Change how a user flow asks for an attribute",
    ...writing,
    body: assignmentChangesBody,
  },
  "DELETE /identity/b2xUserFlows/:id/userAttributeAssignments/:attributeId": {
    summary: "Have a user flow ask for an attribute no more",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/languages": { summary: "List the languages of a user flow", ...reading },
  "GET /identity/b2xUserFlows/:id/languages/:language": {
    summary: "Read a language of a user flow",
    ...reading,
  },
  "PUT /identity/b2xUserFlows/:id/languages/:language": {
    summary: "Offer a user flow in a language, or no more",
    ...writing,
    body: flowLanguageBody,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages": {
    summary: "List the pages of a user flow's sign-up",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages/:pageId": {
    summary: "Read a page of a user flow's sign-up",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/defaultPages/:pageId/$value": {
    summary: "Read everything that a page says in a language",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages": {
    summary: "List the pages that can speak in other words",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId": {
    summary: "Read a page that can speak in other words",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value": {
    summary: "Read what a page says in other words in a language",
    ...reading,
  },
  "PUT /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value": {
    summary: "Have a page say something in other words in a language",
    ...writing,
    body: pageTextsBody,
  },
  "DELETE /identity/b2xUserFlows/:id/languages/:language/overridesPages/:pageId/$value": {
    summary: "Have a page say again what it says everywhere",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/applications": {
    summary: "List the applications linked to a user flow",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/applications/$ref": {
    summary: "Link an application to a user flow",
    ...linking,
  },
  "DELETE /identity/b2xUserFlows/:id/applications/:applicationId/$ref": {
    summary: "Take the link of an application to a user flow away",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/groups": {
    summary: "List the groups that a user flow puts people into",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/groups/$ref": {
    summary: "Have a user flow put people into a group",
    ...linking,
  },
  "DELETE /identity/b2xUserFlows/:id/groups/:groupId/$ref": {
    summary: "Have a user flow put people into a group no more",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/approvers": {
    summary: "List who approves people that sign up by a user flow",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/approvers/$ref": {
    summary: "Have a member, or the members of a group, approve people that sign up by a user flow",
    ...linking,
  },
  "DELETE /identity/b2xUserFlows/:id/approvers/:approverId/$ref": {
    summary: "Have somebody approve no more",
    ...writing,
  },
  "GET /identity/b2xUserFlows/:id/signUpRequests": {
    summary: "List the requests to sign up by a user flow",
    ...reading,
  },
  "GET /identity/b2xUserFlows/:id/signUpRequests/:requestId": {
    summary: "Read a request to sign up",
    ...reading,
  },
  "POST /identity/b2xUserFlows/:id/signUpRequests/:requestId/approve": {
    summary: "Approve a request: the person becomes a guest and is mailed",
    ...writing,
    body: approvalBody,
  },
  "POST /identity/b2xUserFlows/:id/signUpRequests/:requestId/deny": {
    summary: "Deny a request: the person is mailed the reason",
    ...writing,
    body: denialBody,
  },
  "DELETE /identity/b2xUserFlows/:id/signUpRequests/:requestId": {
    summary: "Take a request away: the person may ask anew at once",
    ...writing,
  },
} as const satisfies OperationTable;
