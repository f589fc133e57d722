import type { GraphEndpoint } from "../../graph-request.ts";
import type { authenticationMethodOperations } from "./authentication-method-operations.ts";
import { listMethodsEndpoint, readMethodEndpoint } from "./methods-endpoint.ts";
import { resetMethodEndpoint } from "./reset-method-endpoint.ts";

export const authenticationMethodEndpoints: Record<
  keyof typeof authenticationMethodOperations,
  GraphEndpoint
> = {
  "GET /users/:id/authentication/methods": listMethodsEndpoint("methods"),
  "GET /users/:id/authentication/methods/:methodId": readMethodEndpoint("methods"),
  "GET /users/:id/authentication/passwordMethods": listMethodsEndpoint("passwordMethods"),
  "GET /users/:id/authentication/passwordMethods/:methodId": readMethodEndpoint("passwordMethods"),
  "GET /users/:id/authentication/softwareOathMethods": listMethodsEndpoint("softwareOathMethods"),
  "GET /users/:id/authentication/softwareOathMethods/:methodId": readMethodEndpoint("softwareOathMethods"),
  "DELETE /users/:id/authentication/softwareOathMethods/:methodId": resetMethodEndpoint,
};
