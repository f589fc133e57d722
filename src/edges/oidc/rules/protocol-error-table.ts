/** One error of the protocol: its number, the OAuth name, the sentence for the developer. */
export interface ErrorRow {
  readonly number: number;
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  /** RFC 6749 section 5.2: 401 where the client failed to authenticate. */
  readonly status?: 401;
}

/**
 * Every refusal of the protocol edge. Clients branch on the numbers and search the sentences for OAuth names, so a
 * sentence must never contain the name of another error.
 */
export const protocolErrorTable = {
  "tenant-unknown": {
    number: 90002,
    error: "invalid_tenant",
    text: "The tenant in the address was not found.",
  },
  "tenant-needed": {
    number: 50059,
    error: "invalid_request",
    text: "The address names no tenant. Use the tenant's id or one of its domains.",
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
  "request-malformed": {
    number: 9002313,
    error: "invalid_request",
    text: "The request is malformed. {detail}",
  },
  "client-unknown": {
    number: 700016,
    error: "unauthorized_client",
    text: "The application '{detail}' was not found in this tenant. Check the client id and the tenant.",
  },
  "client-disabled": {
    number: 7000112,
    error: "unauthorized_client",
    text: "The application '{detail}' is disabled in this tenant.",
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
  "grant-type-unsupported": {
    number: 70003,
    error: "unsupported_grant_type",
    text: "The grant type '{detail}' is not supported.",
  },
  "secret-wrong": {
    number: 7000215,
    error: "invalid_client",
    text: "The client secret is wrong. Send the secret's value, not its id.",
    status: 401,
  },
  "secret-expired": {
    number: 7000222,
    error: "invalid_client",
    text: "The client secret has expired.",
    status: 401,
  },
  "credential-missing": {
    number: 7000218,
    error: "invalid_client",
    text: "The request must contain 'client_secret' or 'client_assertion'.",
    status: 401,
  },
  "assertion-unsupported": {
    number: 700027,
    error: "invalid_client",
    text: "The client assertion cannot be verified: no certificate is registered for the application.",
    status: 401,
  },
  "credential-of-public-client": {
    number: 700025,
    error: "invalid_client",
    text: "The client is public, so neither 'client_secret' nor 'client_assertion' may be presented.",
    status: 401,
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
  "code-unknown": { number: 70000, error: "invalid_grant", text: "The authorization code is not valid." },
  "code-of-another-client": {
    number: 70000,
    error: "invalid_grant",
    text: "The authorization code was issued to another application.",
  },
  "code-of-another-tenant": {
    number: 700005,
    error: "invalid_grant",
    text: "The authorization code was issued for another tenant.",
  },
  "code-used": {
    number: 54005,
    error: "invalid_grant",
    text: "The authorization code was already redeemed.",
  },
  "code-expired": { number: 70008, error: "invalid_grant", text: "The authorization code has expired." },
  "redirect-uri-differs": {
    number: 500112,
    error: "invalid_grant",
    text: "The redirect URI differs from the one the authorization code was issued for.",
  },
  "code-verifier-wrong": {
    number: 501481,
    error: "invalid_grant",
    text: "The code verifier does not match the code challenge of the authorization request.",
  },
  "refresh-token-unknown": { number: 70000, error: "invalid_grant", text: "The refresh token is not valid." },
  "refresh-token-of-another-client": {
    number: 70000,
    error: "invalid_grant",
    text: "The refresh token was issued to another application.",
  },
  "refresh-token-of-another-tenant": {
    number: 700005,
    error: "invalid_grant",
    text: "The refresh token was issued for another tenant.",
  },
  "refresh-token-reused": {
    number: 54005,
    error: "invalid_grant",
    text: "The refresh token was already used; all tokens of this sign-in are revoked.",
  },
  "refresh-token-revoked": {
    number: 50173,
    error: "invalid_grant",
    text: "The grant was revoked; a fresh sign-in is needed.",
  },
  "refresh-token-expired": {
    number: 700082,
    error: "invalid_grant",
    text: "The refresh token has expired due to inactivity.",
  },
  "browser-refresh-token-expired": {
    number: 700084,
    error: "invalid_grant",
    text: "The refresh token of a single-page application has expired after its fixed day.",
  },
  "assertion-invalid": {
    number: 50013,
    error: "invalid_grant",
    text: "The assertion is not a token that the application can act upon. {detail}",
  },
  "assertion-expired": { number: 500133, error: "invalid_grant", text: "The assertion has expired." },
  "user-unknown": { number: 50034, error: "invalid_grant", text: "The user does not exist in this tenant." },
  "user-disabled": { number: 50057, error: "invalid_grant", text: "The user account is disabled." },
  "sessions-revoked": {
    number: 50173,
    error: "invalid_grant",
    text: "The grant was revoked; a fresh sign-in is needed.",
  },
  "redemption-pending": {
    number: 50014,
    error: "invalid_grant",
    text: "The guest has not accepted the invitation yet.",
  },
  "user-not-assigned": {
    number: 50105,
    error: "invalid_grant",
    text: "The user is not assigned to the application, which requires it.",
  },
  "application-not-assigned": {
    number: 501051,
    error: "invalid_grant",
    text: "The application is not assigned to a role of the resource, which requires it.",
  },
  "consent-missing": {
    number: 65001,
    error: "invalid_grant",
    suberror: "consent_required",
    text: "The user or an administrator has not consented to use the application with the permissions it asks for.",
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
