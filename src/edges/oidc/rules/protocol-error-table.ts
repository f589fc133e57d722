import { clientErrorTable } from "./client-error-table.ts";
import type { ErrorRow } from "./error-row.ts";
import { grantErrorTable } from "./grant-error-table.ts";
import { samlErrorTable } from "./saml-error-table.ts";

/**
 * Every refusal of the protocol edge. Clients branch on the numbers and search the sentences for OAuth names, so a
 * sentence must never contain the name of another error.
 */
export const protocolErrorTable = {
  ...clientErrorTable,
  ...grantErrorTable,
  ...samlErrorTable,
  "tenant-unknown": {
    number: 90002,
    error: "invalid_tenant",
    text: "The tenant in the address was not found.",
  },
  "grant-needs-tenant": {
    number: 9001023,
    error: "invalid_request",
    text: "The grant type '{detail}' needs the id or a domain of a tenant in the address.",
  },
  "personal-accounts-unsupported": {
    number: 9002332,
    error: "invalid_request",
    text: "This service signs in people of organisations and has no personal accounts. Use 'organizations' or a tenant.",
  },
  "instance-unknown": {
    number: 50049,
    error: "invalid_instance",
    text: "The authority '{detail}' is not served here.",
  },
  "parameter-missing": {
    number: 900144,
    error: "invalid_request",
    text: "The request must contain this parameter: {detail}.",
  },
  "parameter-repeated": {
    number: 9002313,
    error: "invalid_request",
    text: "The request contains this parameter more than once: {detail}.",
  },
  "parameter-invalid": {
    number: 90023,
    error: "invalid_request",
    text: "The value of this parameter cannot be used: {detail}.",
  },
  "claims-malformed": {
    number: 9002313,
    error: "invalid_request",
    text: "The value of the claims parameter is not a JSON object.",
  },
  "request-malformed": {
    number: 9002313,
    error: "invalid_request",
    text: "The request is malformed. {detail}",
  },
  "method-wrong": {
    number: 900561,
    error: "invalid_request",
    text: "The endpoint only accepts POST requests.",
    status: 405,
  },
  "redirect-uri-unregistered": {
    number: 50011,
    error: "invalid_request",
    text: "The redirect URI '{detail}' is not registered for the application.",
  },
  "redirect-uri-missing": {
    number: 900971,
    error: "invalid_request",
    text: "The request has no redirect URI and none is registered for the application.",
  },
  "response-type-unknown": {
    number: 70005,
    error: "unsupported_response_type",
    text: "The response type '{detail}' is not supported.",
  },
  "id-token-not-enabled": {
    number: 700054,
    error: "unsupported_response_type",
    text: "The response type 'id_token' is not enabled for the application.",
  },
  "access-token-not-enabled": {
    number: 700051,
    error: "unsupported_response_type",
    text: "The response type 'token' is not enabled for the application.",
  },
  "response-mode-unsupported": {
    number: 70007,
    error: "invalid_request",
    text: "The response mode '{detail}' is not supported for this response type.",
  },
  "nonce-missing": {
    number: 90014,
    error: "invalid_request",
    text: "A request for an ID token must contain a nonce.",
  },
  "scope-invalid": {
    number: 70011,
    error: "invalid_scope",
    text: "The value of the scope parameter is not valid: {detail}.",
  },
  "scope-invalid-at-redemption": {
    number: 28002,
    error: "invalid_scope",
    text: "The value of the scope parameter is not valid for an access token: {detail}.",
  },
  "scope-empty-at-redemption": {
    number: 28003,
    error: "invalid_scope",
    text: "The scope parameter must not be blank. Leave it out to get what the person was asked for.",
  },
  "scope-without-resource": {
    number: 700023,
    error: "invalid_scope",
    text: "The scope parameter names no resource, and an application that acts as itself needs one.",
  },
  "scope-of-several-resources": {
    number: 700022,
    error: "invalid_scope",
    text: "The scope parameter names more than one resource; a token is for one.",
  },
  "scope-without-default": {
    number: 70011,
    error: "invalid_scope",
    text: "An application that acts as itself must ask for one scope that ends in '/.default'.",
  },
  "resource-beside-scope": {
    number: 90023,
    error: "invalid_request",
    text: "The request names a resource both by 'resource' and in 'scope'. Use one of them.",
  },
  "resource-unknown": {
    number: 500011,
    error: "invalid_resource",
    text: "The resource '{detail}' was not found in this tenant.",
  },
  "code-challenge-invalid": {
    number: 501491,
    error: "invalid_request",
    text: "The code challenge or its method cannot be used.",
  },
  "too-many-device-codes": {
    number: 90055,
    error: "temporarily_unavailable",
    text: "The application has asked for too many device codes from this network. Wait as long as Retry-After says.",
    status: 429,
  },
  "grant-type-unsupported": {
    number: 70003,
    error: "unsupported_grant_type",
    text: "The grant type '{detail}' is not supported.",
  },
  "proof-key-missing": {
    number: 9002325,
    error: "invalid_request",
    text: "Proof Key for Code Exchange with method S256 is required for this kind of client.",
  },
  "origin-not-allowed": {
    number: 9002326,
    error: "invalid_request",
    text: "Cross-origin token redemption is permitted only for the single-page application's own origin. Request origin: '{detail}'.",
  },
  "origin-missing": {
    number: 9002327,
    error: "invalid_request",
    text: "Tokens issued for the single-page application client type may only be redeemed by cross-origin requests.",
  },
  "admin-consent-declined": {
    number: 65004,
    error: "consent_required",
    text: "The administrator declined what the application asks for.",
  },
  "required-resource-absent": {
    number: 650052,
    error: "invalid_resource",
    text: "The application needs the resource '{detail}', which this tenant does not have.",
  },
  "required-resource-gone": {
    number: 650054,
    error: "invalid_resource",
    text: "The application needs the resource '{detail}', which does not exist any more.",
  },
  "transaction-unknown": {
    number: 50089,
    error: "invalid_request",
    text: "This sign-in is over or was started in another browser. Start again from the application.",
  },
  "token-invalid": {
    number: 50132,
    error: "invalid_token",
    text: "The access token is not valid for this request.",
    status: 401,
  },
} as const satisfies Record<string, ErrorRow>;
