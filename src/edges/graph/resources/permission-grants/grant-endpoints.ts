import type { GraphEndpoint } from "../../graph-request.ts";
import type { grantOperations } from "./grant-operations.ts";
import {
  createGrantEndpoint,
  deleteGrantEndpoint,
  listGrantsEndpoint,
  listGrantsOfClientEndpoint,
  listGrantsOfUserEndpoint,
  readGrantEndpoint,
  updateGrantEndpoint,
} from "./grants-endpoint.ts";

export const grantEndpoints: Record<keyof typeof grantOperations, GraphEndpoint> = {
  "GET /oauth2PermissionGrants": listGrantsEndpoint,
  "POST /oauth2PermissionGrants": createGrantEndpoint,
  "GET /oauth2PermissionGrants/:id": readGrantEndpoint,
  "PATCH /oauth2PermissionGrants/:id": updateGrantEndpoint,
  "DELETE /oauth2PermissionGrants/:id": deleteGrantEndpoint,
  "GET /servicePrincipals/:id/oauth2PermissionGrants": listGrantsOfClientEndpoint,
  "GET /users/:id/oauth2PermissionGrants": listGrantsOfUserEndpoint,
};
