import type { GraphEndpoint } from "../../graph-request.ts";
import {
  readAuthorizationPolicyEndpoint,
  updateAuthorizationPolicyEndpoint,
} from "./authorization-policy-endpoint.ts";
import type { policyOperations } from "./policy-operations.ts";

export const policyEndpoints: Record<keyof typeof policyOperations, GraphEndpoint> = {
  "GET /policies/authorizationPolicy": readAuthorizationPolicyEndpoint,
  "PATCH /policies/authorizationPolicy": updateAuthorizationPolicyEndpoint,
};
