import type { GraphEndpoint } from "../../graph-request.ts";
import {
  readAuthenticationFlowsEndpoint,
  updateAuthenticationFlowsEndpoint,
} from "./authentication-flows-endpoint.ts";
import {
  readAuthorizationPolicyEndpoint,
  updateAuthorizationPolicyEndpoint,
} from "./authorization-policy-endpoint.ts";
import {
  createDomainPolicyEndpoint,
  deleteDomainPolicyEndpoint,
  listDomainPoliciesEndpoint,
  readDomainPolicyEndpoint,
  updateDomainPolicyEndpoint,
} from "./domain-policies-endpoint.ts";
import { readEmailCodePolicyEndpoint, updateEmailCodePolicyEndpoint } from "./email-code-endpoint.ts";
import type { policyOperations } from "./policy-operations.ts";
import { readRedemptionOrderEndpoint, updateRedemptionOrderEndpoint } from "./redemption-order-endpoint.ts";

export const policyEndpoints: Record<keyof typeof policyOperations, GraphEndpoint> = {
  "GET /policies/authorizationPolicy": readAuthorizationPolicyEndpoint,
  "PATCH /policies/authorizationPolicy": updateAuthorizationPolicyEndpoint,
  "GET /policies/crossTenantAccessPolicy/default": readRedemptionOrderEndpoint,
  "PATCH /policies/crossTenantAccessPolicy/default": updateRedemptionOrderEndpoint,
  "GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email":
    readEmailCodePolicyEndpoint,
  "PATCH /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email":
    updateEmailCodePolicyEndpoint,
  "GET /policies/b2bManagementPolicies": listDomainPoliciesEndpoint,
  "POST /policies/b2bManagementPolicies": createDomainPolicyEndpoint,
  "GET /policies/b2bManagementPolicies/:id": readDomainPolicyEndpoint,
  "PATCH /policies/b2bManagementPolicies/:id": updateDomainPolicyEndpoint,
  "DELETE /policies/b2bManagementPolicies/:id": deleteDomainPolicyEndpoint,
  "GET /policies/authenticationFlowsPolicy": readAuthenticationFlowsEndpoint,
  "PATCH /policies/authenticationFlowsPolicy": updateAuthenticationFlowsEndpoint,
};
