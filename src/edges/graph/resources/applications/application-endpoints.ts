import type { GraphEndpoint } from "../../graph-request.ts";
import { applicationsDeltaEndpoint } from "../delta/applications-delta-endpoint.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { relatedEndpoints } from "../directory-objects/related-endpoints.ts";
import type { applicationOperations } from "./application-operations.ts";
import {
  createApplicationEndpoint,
  deleteApplicationEndpoint,
  updateApplicationEndpoint,
} from "./change-application-endpoint.ts";
import {
  createFederatedCredentialEndpoint,
  deleteFederatedCredentialEndpoint,
  listFederatedCredentialsEndpoint,
  readFederatedCredentialEndpoint,
  updateFederatedCredentialEndpoint,
} from "./federated-credential-endpoint.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { refuseKeyEndpoint } from "./key-endpoint.ts";
import {
  countApplicationsEndpoint,
  listApplicationsEndpoint,
  readApplicationEndpoint,
} from "./list-applications-endpoint.ts";
import { addOwnerEndpoint, removeOwnerEndpoint } from "./owner-endpoint.ts";
import { addPasswordEndpoint, removePasswordEndpoint } from "./password-endpoint.ts";

export const applicationEndpoints: Record<keyof typeof applicationOperations, GraphEndpoint> = {
  "GET /applications": listApplicationsEndpoint,
  "GET /applications/$count": countApplicationsEndpoint,
  "POST /applications": createApplicationEndpoint,
  "GET /applications/delta": applicationsDeltaEndpoint,
  "GET /applications/:id": readApplicationEndpoint,
  "PATCH /applications/:id": updateApplicationEndpoint,
  "DELETE /applications/:id": deleteApplicationEndpoint,
  "POST /applications/:id/addPassword": addPasswordEndpoint,
  "POST /applications/:id/removePassword": removePasswordEndpoint,
  "POST /applications/:id/addKey": refuseKeyEndpoint,
  "POST /applications/:id/removeKey": refuseKeyEndpoint,
  ...relatedEndpoints("/applications/:id/owners", ownerCasts, {
    relation: "application-owners",
    find: async (request) => (await findAddressedApplication(request)).objectId,
  }),
  "POST /applications/:id/owners/$ref": addOwnerEndpoint,
  "DELETE /applications/:id/owners/:ownerId/$ref": removeOwnerEndpoint,
  "GET /applications/:id/federatedIdentityCredentials": listFederatedCredentialsEndpoint,
  "POST /applications/:id/federatedIdentityCredentials": createFederatedCredentialEndpoint,
  "GET /applications/:id/federatedIdentityCredentials/:credentialId": readFederatedCredentialEndpoint,
  "PATCH /applications/:id/federatedIdentityCredentials/:credentialId": updateFederatedCredentialEndpoint,
  "DELETE /applications/:id/federatedIdentityCredentials/:credentialId": deleteFederatedCredentialEndpoint,
};
