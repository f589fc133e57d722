import type { OperationTable } from "../../operation-table.ts";
import { authenticationFlowsBody } from "./authentication-flows-body.ts";
import { authorizationPolicyBody } from "./authorization-policy-body.ts";
import { domainPolicyChangesBody, newDomainPolicyBody } from "./domain-policy-body.ts";
import { emailCodeBody } from "./email-code-body.ts";
import { redemptionOrderBody } from "./redemption-order-body.ts";

const changeAuthorization = ["Policy.ReadWrite.Authorization"];
const changeCrossTenant = ["Policy.ReadWrite.CrossTenantAccess"];
const changeMethods = ["Policy.ReadWrite.AuthenticationMethod"];
const changeFlows = ["Policy.ReadWrite.AuthenticationFlows"];
const readPolicies = ["Policy.Read.All", ...changeAuthorization];

const changeDomains = ["Policy.ReadWrite.B2BManagementPolicy"];
const changingDomains = { delegated: changeDomains, application: changeDomains };
const readDomains = ["Policy.Read.B2BManagementPolicy", "Policy.Read.All", ...changeDomains];
const readingDomains = { delegated: readDomains, application: readDomains };

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
  "GET /policies/crossTenantAccessPolicy/default": {
    summary: "Read in which order the ways of accepting an invitation are tried",
    delegated: ["Policy.Read.All", ...changeCrossTenant],
    application: ["Policy.Read.All", ...changeCrossTenant],
  },
  "PATCH /policies/crossTenantAccessPolicy/default": {
    summary: "Change in which order the ways of accepting an invitation are tried",
    delegated: changeCrossTenant,
    application: changeCrossTenant,
    body: redemptionOrderBody,
  },
  "GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email": {
    summary: "Read whether guests may prove an address by a mailed code",
    delegated: ["Policy.Read.All", ...changeMethods],
    application: ["Policy.Read.All", ...changeMethods],
  },
  "PATCH /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email": {
    summary: "Change whether guests may prove an address by a mailed code",
    delegated: changeMethods,
    application: changeMethods,
    body: emailCodeBody,
  },
  "GET /policies/authenticationFlowsPolicy": {
    summary: "Read whether people sign up by themselves",
    delegated: ["Policy.Read.All", ...changeFlows],
    application: ["Policy.Read.All", ...changeFlows],
  },
  "PATCH /policies/authenticationFlowsPolicy": {
    summary: "Let people sign up by themselves, or no more",
    delegated: changeFlows,
    application: changeFlows,
    body: authenticationFlowsBody,
  },
  "GET /policies/b2bManagementPolicies": {
    summary: "Read with which domains the organisation works together",
    ...readingDomains,
  },
  "POST /policies/b2bManagementPolicies": {
    summary: "Decide with which domains the organisation works together",
    ...changingDomains,
    body: newDomainPolicyBody,
  },
  "GET /policies/b2bManagementPolicies/:id": {
    summary: "Read the list of domains by its id",
    ...readingDomains,
  },
  "PATCH /policies/b2bManagementPolicies/:id": {
    summary: "Change with which domains the organisation works together",
    ...changingDomains,
    body: domainPolicyChangesBody,
  },
  "DELETE /policies/b2bManagementPolicies/:id": {
    summary: "Work together with every domain again",
    ...changingDomains,
  },
} as const satisfies OperationTable;
