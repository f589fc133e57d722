import type { OperationTable } from "../../operation-table.ts";
import {
  identityProviderBody,
  identityProviderChangesBody,
  resetGuestsBody,
} from "./identity-provider-body.ts";

const read = ["IdentityProvider.Read.All", "IdentityProvider.ReadWrite.All"];
const write = ["IdentityProvider.ReadWrite.All"];

export const identityProviderOperations = {
  "GET /identity/identityProviders": {
    summary: "List the identity providers guests may use",
    delegated: read,
    application: read,
  },
  "POST /identity/identityProviders": {
    summary: "Trust an identity provider",
    delegated: write,
    application: write,
    body: identityProviderBody,
  },
  "GET /identity/identityProviders/availableProviderTypes": {
    summary: "List the types of identity providers that can be added",
    delegated: read,
    application: read,
  },
  "GET /identity/identityProviders/:id": {
    summary: "Read an identity provider",
    delegated: read,
    application: read,
  },
  "PATCH /identity/identityProviders/:id": {
    summary: "Change an identity provider",
    delegated: write,
    application: write,
    body: identityProviderChangesBody,
  },
  "DELETE /identity/identityProviders/:id": {
    summary: "Trust an identity provider no more",
    delegated: write,
    application: write,
  },
  "GET /identity/identityProviders/:id/affectedGuests/$count": {
    summary: "Extension: count the guests who could not sign in any more without a provider",
    delegated: read,
    application: read,
  },
  "POST /identity/identityProviders/:id/resetGuests": {
    summary: "Extension: let all guests of a provider accept anew; takes `User.ReadWrite.All`, too",
    delegated: write,
    application: write,
    body: resetGuestsBody,
  },
  "POST /identity/identityProviders/:id/testConnection": {
    summary: "Extension: test a provider, and get a link to try a sign-in with it",
    delegated: write,
    application: write,
  },
} as const satisfies OperationTable;
