import type { GraphEndpoint } from "../../graph-request.ts";
import type { conditionalAccessOperations } from "./conditional-access-operations.ts";
import {
  createPolicyEndpoint,
  deletePolicyEndpoint,
  listPoliciesEndpoint,
  readPolicyEndpoint,
  updatePolicyEndpoint,
} from "./conditional-access-policies-endpoint.ts";
import {
  createLocationEndpoint,
  deleteLocationEndpoint,
  listLocationsEndpoint,
  readLocationEndpoint,
  updateLocationEndpoint,
} from "./named-locations-endpoint.ts";

export const conditionalAccessEndpoints: Record<keyof typeof conditionalAccessOperations, GraphEndpoint> = {
  "GET /identity/conditionalAccess/policies": listPoliciesEndpoint,
  "POST /identity/conditionalAccess/policies": createPolicyEndpoint,
  "GET /identity/conditionalAccess/policies/:id": readPolicyEndpoint,
  "PATCH /identity/conditionalAccess/policies/:id": updatePolicyEndpoint,
  "DELETE /identity/conditionalAccess/policies/:id": deletePolicyEndpoint,
  "GET /identity/conditionalAccess/namedLocations": listLocationsEndpoint,
  "POST /identity/conditionalAccess/namedLocations": createLocationEndpoint,
  "GET /identity/conditionalAccess/namedLocations/:id": readLocationEndpoint,
  "PATCH /identity/conditionalAccess/namedLocations/:id": updateLocationEndpoint,
  "DELETE /identity/conditionalAccess/namedLocations/:id": deleteLocationEndpoint,
};
