import type { Context } from "hono";
import type { Machine } from "../../platform/machine.ts";
import { findPlaceOfPath, nameOfPlace, type TenantPlace } from "./find-tenant-of-path.ts";
import { issuerOfPlace } from "./issuer-of-place.ts";
import { type EndpointVersion, endpointPath } from "./rules/endpoint-version.ts";
import { answerRefusal } from "./show-refusal.ts";

/** `GET /{tenant}[/v2.0]/.well-known/openid-configuration` (OpenID Connect Discovery section 4). */
export async function discoveryEndpoint(
  c: Context,
  machine: Machine,
  version: EndpointVersion,
): Promise<Response> {
  const place = await findPlaceOfPath(c, machine);
  return place.ok
    ? c.json(discoveryDocument(machine.configuration.publicUrl, place.value, version))
    : answerRefusal(c, machine, place.refusal);
}

/** What the deployment can do for one tenant; the same for every tenant but for its id, as clients assume. */
function discoveryDocument(
  publicUrl: string,
  place: TenantPlace,
  version: EndpointVersion,
): Record<string, unknown> {
  const tenantUrl = `${publicUrl}/${nameOfPlace(place)}`;
  const endpoints = `${tenantUrl}/${endpointPath[version]}`;
  const keysPath = version === 2 ? "discovery/v2.0/keys" : "discovery/keys";
  return {
    issuer: issuerOfPlace(publicUrl, place, version),
    authorization_endpoint: `${endpoints}/authorize`,
    token_endpoint: `${endpoints}/token`,
    jwks_uri: `${tenantUrl}/${keysPath}`,
    userinfo_endpoint: version === 1 ? `${tenantUrl}/openid/userinfo` : `${publicUrl}/oidc/userinfo`,
    device_authorization_endpoint: `${endpoints}/devicecode`,
    end_session_endpoint: `${endpoints}/logout`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    token_endpoint_auth_signing_alg_values_supported: ["RS256", "PS256"],
    response_modes_supported: ["query", "fragment", "form_post"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    grant_types_supported: [
      "authorization_code",
      "refresh_token",
      "client_credentials",
      "urn:ietf:params:oauth:grant-type:device_code",
      "urn:ietf:params:oauth:grant-type:jwt-bearer",
      "implicit",
    ],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256", "plain"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    prompt_values_supported: ["none", "login", "select_account", "consent"],
    claims_supported: version === 1 ? [...claimsSupported, ...claimsOfFirstVersion] : claimsSupported,
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    msgraph_host: new URL(publicUrl).host,
  };
}

const claimsSupported = [
  "sub",
  "iss",
  "aud",
  "exp",
  "iat",
  "nbf",
  "auth_time",
  "nonce",
  "name",
  "preferred_username",
  "email",
  "given_name",
  "family_name",
  "oid",
  "tid",
  "idp",
  "acct",
  "roles",
  "groups",
  "sid",
  "login_hint",
  "ver",
  "at_hash",
  "c_hash",
];

const claimsOfFirstVersion = ["unique_name", "upn", "amr", "ipaddr"];
