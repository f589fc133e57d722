import type { GraphEndpoint } from "../../graph-request.ts";
import { servicePrincipalsDeltaEndpoint } from "../delta/service-principals-delta-endpoint.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { relatedEndpoints } from "../directory-objects/related-endpoints.ts";
import {
  createServicePrincipalEndpoint,
  deleteServicePrincipalEndpoint,
  updateServicePrincipalEndpoint,
} from "./change-service-principal-endpoint.ts";
import { refuseCredentialEndpoint } from "./credential-endpoint.ts";
import { findAddressedServicePrincipal } from "./find-addressed-service-principal.ts";
import {
  countServicePrincipalsEndpoint,
  listServicePrincipalsEndpoint,
  readServicePrincipalEndpoint,
} from "./list-service-principals-endpoint.ts";
import { addServicePrincipalOwnerEndpoint, removeServicePrincipalOwnerEndpoint } from "./owner-endpoint.ts";
import type { servicePrincipalOperations } from "./service-principal-operations.ts";

export const servicePrincipalEndpoints: Record<keyof typeof servicePrincipalOperations, GraphEndpoint> = {
  "GET /servicePrincipals": listServicePrincipalsEndpoint,
  "GET /servicePrincipals/$count": countServicePrincipalsEndpoint,
  "POST /servicePrincipals": createServicePrincipalEndpoint,
  "GET /servicePrincipals/delta": servicePrincipalsDeltaEndpoint,
  "GET /servicePrincipals/:id": readServicePrincipalEndpoint,
  "PATCH /servicePrincipals/:id": updateServicePrincipalEndpoint,
  "DELETE /servicePrincipals/:id": deleteServicePrincipalEndpoint,
  ...relatedEndpoints("/servicePrincipals/:id/owners", ownerCasts, {
    relation: "service-principal-owners",
    find: async (request) =>
      (await findAddressedServicePrincipal(request)).servicePrincipal.servicePrincipalId,
  }),
  "POST /servicePrincipals/:id/owners/$ref": addServicePrincipalOwnerEndpoint,
  "DELETE /servicePrincipals/:id/owners/:ownerId/$ref": removeServicePrincipalOwnerEndpoint,
  "POST /servicePrincipals/:id/addPassword": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/removePassword": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/addKey": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/removeKey": refuseCredentialEndpoint,
};
