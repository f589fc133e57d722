import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Machine } from "../../platform/machine.ts";
import { authorizeEndpoint, completeEndpoint } from "./authorize-endpoint.ts";
import { discoveryEndpoint } from "./discovery-endpoint.ts";
import { errorMeaningEndpoint } from "./error-meaning-endpoint.ts";
import { keysEndpoint } from "./keys-endpoint.ts";
import { logoutEndpoint } from "./logout-endpoint.ts";
import type { PagePort } from "./page-port.ts";
import type { SignInPort } from "./sign-in-port.ts";
import { tokenEndpoint } from "./token-endpoint.ts";

/**
 * For endpoints that scripts of browser applications call. No credentials travel with these calls, and a token
 * for another kind of client is never given to a page, so every origin may read the answer, errors included.
 */
const readableByScripts = cors({
  origin: "*",
  allowMethods: ["GET", "POST", "OPTIONS"],
  exposeHeaders: ["x-ms-request-id", "x-ms-httpver", "client-request-id", "Retry-After"],
  maxAge: 86_400,
});

/** The sign-in protocol: every tenant has the same addresses below its id or domain. */
export function oidcEdge(machine: Machine, signIn: SignInPort, pages: PagePort): Hono {
  const ports = { machine, signIn, pages };
  const edge = new Hono();

  edge.use("/:tenant/.well-known/*", readableByScripts);
  edge.use("/:tenant/v2.0/.well-known/*", readableByScripts);
  edge.use("/:tenant/discovery/*", readableByScripts);
  edge.use("/:tenant/oauth2/v2.0/token", readableByScripts);

  edge.get("/:tenant/v2.0/.well-known/openid-configuration", (c) => discoveryEndpoint(c, machine, 2));
  edge.get("/:tenant/.well-known/openid-configuration", (c) => discoveryEndpoint(c, machine, 1));
  edge.get("/:tenant/discovery/v2.0/keys", (c) => keysEndpoint(c, machine, 2));
  edge.get("/:tenant/discovery/keys", (c) => keysEndpoint(c, machine, 1));
  edge.on(["GET", "POST"], "/:tenant/oauth2/v2.0/authorize", (c) => authorizeEndpoint(c, ports));
  edge.get("/:tenant/oauth2/v2.0/authorize/complete", (c) => completeEndpoint(c, ports));
  edge.post("/:tenant/oauth2/v2.0/token", (c) => tokenEndpoint(c, machine));
  edge.on(["GET", "POST"], "/:tenant/oauth2/v2.0/logout", (c) => logoutEndpoint(c, ports));
  edge.get("/error", (c) => errorMeaningEndpoint(c, pages));
  return edge;
}
