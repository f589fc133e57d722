import type { GraphEndpoint } from "../../graph-request.ts";
import {
  createServicePrincipalEndpoint,
  deleteServicePrincipalEndpoint,
  updateServicePrincipalEndpoint,
} from "./change-service-principal-endpoint.ts";
import { refuseCredentialEndpoint } from "./credential-endpoint.ts";
import {
  countServicePrincipalsEndpoint,
  listServicePrincipalsEndpoint,
  readServicePrincipalEndpoint,
} from "./list-service-principals-endpoint.ts";
import type { servicePrincipalOperations } from "./service-principal-operations.ts";

export const servicePrincipalEndpoints: Record<keyof typeof servicePrincipalOperations, GraphEndpoint> = {
  "GET /servicePrincipals": listServicePrincipalsEndpoint,
  "GET /servicePrincipals/$count": countServicePrincipalsEndpoint,
  "POST /servicePrincipals": createServicePrincipalEndpoint,
  "GET /servicePrincipals/:id": readServicePrincipalEndpoint,
  "PATCH /servicePrincipals/:id": updateServicePrincipalEndpoint,
  "DELETE /servicePrincipals/:id": deleteServicePrincipalEndpoint,
  "POST /servicePrincipals/:id/addPassword": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/removePassword": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/addKey": refuseCredentialEndpoint,
  "POST /servicePrincipals/:id/removeKey": refuseCredentialEndpoint,
};
