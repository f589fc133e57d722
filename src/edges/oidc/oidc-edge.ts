import { Hono, type MiddlewareHandler } from "hono";
import type { Machine } from "../../platform/machine.ts";
import { adminConsentEndpoint, completeAdminConsentEndpoint } from "./admin-consent-endpoint.ts";
import { authorizeEndpoint, completeEndpoint, homeEndpoint } from "./authorize-endpoint.ts";
import { chooseSignOutEndpoint } from "./choose-sign-out-endpoint.ts";
import { deviceAuthorizationEndpoint } from "./device-authorization-endpoint.ts";
import { deviceLoginEndpoint, deviceLoginPage } from "./device-login-endpoint.ts";
import { discoveryEndpoint } from "./discovery-endpoint.ts";
import { errorMeaningEndpoint } from "./error-meaning-endpoint.ts";
import { instanceEndpoint } from "./instance-endpoint.ts";
import { keysEndpoint } from "./keys-endpoint.ts";
import { logoutEndpoint } from "./logout-endpoint.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import type { PagePort } from "./page-port.ts";
import { partnerAuthorizeEndpoint, partnerCompleteEndpoint } from "./partner/partner-authorize-endpoint.ts";
import { partnerClientEndpoint, partnerMetadataEndpoint } from "./partner/partner-metadata-endpoint.ts";
import { partnerTokenEndpoint } from "./partner/partner-token-endpoint.ts";
import { readableByScripts } from "./readable-by-scripts.ts";
import { type EndpointVersion, endpointPath } from "./rules/endpoint-version.ts";
import { metadataEndpoint } from "./saml/metadata-endpoint.ts";
import { saml2Endpoint } from "./saml/saml2-endpoint.ts";
import { answerRefusal } from "./show-refusal.ts";
import type { SignInPort } from "./sign-in-port.ts";
import { tokenEndpoint } from "./token-endpoint.ts";
import { tenantUserInfoEndpoint } from "./user-info-endpoint.ts";
import { userRealmEndpoint } from "./user-realm-endpoint.ts";

/** The sign-in protocol: every tenant has the same addresses below its id or domain. */
export function oidcEdge(machine: Machine, signIn: SignInPort, pages: PagePort): Hono {
  const ports = { machine, signIn, pages };
  const edge = new Hono();

  const readable = readableByScripts();
  edge.use("/:tenant/.well-known/*", readable);
  edge.use("/:tenant/v2.0/.well-known/*", readable);
  edge.use("/:tenant/discovery/*", readable);
  edge.use("/:tenant/userrealm/*", readable);
  edge.use("/:tenant/openid/userinfo", readable);

  edge.use("/:tenant/oauth2/*", refuseHead);
  edge.use("/:tenant/adminconsent/*", refuseHead);
  edge.use("/:tenant/saml2", refuseHead);

  edge.get("/:tenant/v2.0/.well-known/openid-configuration", (c) => discoveryEndpoint(c, machine, 2));
  edge.get("/:tenant/.well-known/openid-configuration", (c) => discoveryEndpoint(c, machine, 1));
  edge.get("/:tenant/discovery/v2.0/keys", (c) => keysEndpoint(c, machine, 2));
  edge.get("/:tenant/discovery/keys", (c) => keysEndpoint(c, machine, 1));
  edge.get("/:tenant/discovery/instance", (c) => instanceEndpoint(c, machine));
  edge.get("/:tenant/userrealm/:user", (c) => userRealmEndpoint(c, machine));
  edge.get("/:tenant/userrealm/", (c) => userRealmEndpoint(c, machine));
  edge.get("/:tenant/federationmetadata/2007-06/federationmetadata.xml", (c) => metadataEndpoint(c, machine));
  edge.on(["GET", "POST"], "/:tenant/openid/userinfo", (c) => tenantUserInfoEndpoint(c, machine));
  edge.on(["GET", "POST"], "/:tenant/saml2", (c) => saml2Endpoint(c, ports));
  edge.get("/:tenant/oauth2/v2.0/authorize/home", (c) => homeEndpoint(c, ports));
  edge.get("/:tenant/oauth2/v2.0/authorize/complete", (c) => completeEndpoint(c, ports));
  edge.get("/:tenant/v2.0/adminconsent", (c) => adminConsentEndpoint(c, ports, "consent-by-scope"));
  edge.get("/:tenant/adminconsent", (c) => adminConsentEndpoint(c, ports, "consent-as-registered"));
  edge.get("/:tenant/adminconsent/complete", (c) => completeAdminConsentEndpoint(c, ports));
  edge.post("/:tenant/oauth2/v2.0/logout/choose", (c) => chooseSignOutEndpoint(c, ports));
  edge.use("/:tenant/partner/*", refuseHead);
  edge.get("/:tenant/partner/.well-known/openid-configuration", (c) => partnerMetadataEndpoint(c, machine));
  edge.get("/:tenant/partner/client", (c) => partnerClientEndpoint(c, machine));
  edge.get("/:tenant/partner/authorize", (c) => partnerAuthorizeEndpoint(c, ports));
  edge.get("/:tenant/partner/complete", (c) => partnerCompleteEndpoint(c, ports));
  edge.post("/:tenant/partner/token", (c) => partnerTokenEndpoint(c, machine));
  edge.get("/devicelogin", (c) => deviceLoginPage(c, ports));
  edge.post("/devicelogin", (c) => deviceLoginEndpoint(c, ports));
  edge.get("/error", (c) => errorMeaningEndpoint(c, pages));
  for (const version of [1, 2] as const) addEndpointsOfVersion(edge, ports, version);
  return edge;
}

/** What both versions of the dialect have, each at its own addresses. */
function addEndpointsOfVersion(edge: Hono, ports: OidcPorts, version: EndpointVersion): void {
  const base = `/:tenant/${endpointPath[version]}`;
  const readable = readableByScripts();
  edge.use(`${base}/token`, readable);
  edge.use(`${base}/devicecode`, readable);
  edge.on(["GET", "POST"], `${base}/authorize`, (c) => authorizeEndpoint(c, ports, version));
  edge.post(`${base}/token`, (c) => tokenEndpoint(c, ports.machine, version));
  edge.all(`${base}/token`, (c) => {
    c.header("allow", "POST");
    return answerRefusal(c, ports.machine, { code: "method-wrong" });
  });
  edge.on(["GET", "POST"], `${base}/logout`, (c) => logoutEndpoint(c, ports));
  edge.post(`${base}/devicecode`, (c) => deviceAuthorizationEndpoint(c, ports, version));
}

/** A GET here gives out codes or signs out; a HEAD, as link scanners send it, must do neither (RFC 9110 section 9.2.1). */
const refuseHead: MiddlewareHandler = (c, next) =>
  c.req.method === "HEAD" ? Promise.resolve(c.body(null, 405, { allow: "GET, POST" })) : next();
