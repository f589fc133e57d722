import type { GraphEndpoint } from "../../graph-request.ts";
import { deleteUserEndpoint, updateUserEndpoint } from "./change-user-endpoint.ts";
import { listSponsorsEndpoint } from "./list-sponsors-endpoint.ts";
import { countUsersEndpoint, listUsersEndpoint } from "./list-users-endpoint.ts";
import { readMeEndpoint, readUserEndpoint } from "./read-user-endpoint.ts";
import type { userOperations } from "./user-operations.ts";

export const userEndpoints: Record<keyof typeof userOperations, GraphEndpoint> = {
  "GET /me": readMeEndpoint,
  "GET /users": listUsersEndpoint,
  "GET /users/$count": countUsersEndpoint,
  "GET /users/:id": readUserEndpoint,
  "PATCH /users/:id": updateUserEndpoint,
  "DELETE /users/:id": deleteUserEndpoint,
  "GET /users/:id/sponsors": listSponsorsEndpoint,
};
