import type { GraphEndpoint } from "../../graph-request.ts";
import { countAffectedGuestsEndpoint } from "./affected-guests-endpoint.ts";
import type { identityProviderOperations } from "./identity-provider-operations.ts";
import {
  createIdentityProviderEndpoint,
  deleteIdentityProviderEndpoint,
  listIdentityProvidersEndpoint,
  listProviderTypesEndpoint,
  readIdentityProviderEndpoint,
  updateIdentityProviderEndpoint,
} from "./identity-providers-endpoint.ts";
import { resetGuestsEndpoint } from "./reset-guests-endpoint.ts";
import { testConnectionEndpoint } from "./test-connection-endpoint.ts";

export const identityProviderEndpoints: Record<keyof typeof identityProviderOperations, GraphEndpoint> = {
  "GET /identity/identityProviders": listIdentityProvidersEndpoint,
  "POST /identity/identityProviders": createIdentityProviderEndpoint,
  "GET /identity/identityProviders/availableProviderTypes": listProviderTypesEndpoint,
  "GET /identity/identityProviders/:id": readIdentityProviderEndpoint,
  "PATCH /identity/identityProviders/:id": updateIdentityProviderEndpoint,
  "DELETE /identity/identityProviders/:id": deleteIdentityProviderEndpoint,
  "GET /identity/identityProviders/:id/affectedGuests/$count": countAffectedGuestsEndpoint,
  "POST /identity/identityProviders/:id/resetGuests": resetGuestsEndpoint,
  "POST /identity/identityProviders/:id/testConnection": testConnectionEndpoint,
};
