import type { ErrorRow } from "./error-row.ts";

/** Refusals of the application itself: unknown, switched off, or not able to prove who it is (RFC 6749 section 5.2). */
export const clientErrorTable = {
  "client-unknown": {
    number: 700016,
    error: "unauthorized_client",
    text: "The application '{detail}' was not found in this tenant. Check the client id and the tenant.",
  },
  "application-of-one-tenant": {
    number: 50194,
    error: "invalid_request",
    text: "The application '{detail}' is made for one tenant, whose id or domain must stand in the address.",
  },
  "client-disabled": {
    number: 7000112,
    error: "unauthorized_client",
    text: "The application '{detail}' is disabled in this tenant.",
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
  "client-assertion-invalid": {
    number: 700027,
    error: "invalid_client",
    text: "The client assertion cannot be verified. {detail}",
    status: 401,
  },
  "client-assertion-subject-differs": {
    number: 50048,
    error: "invalid_client",
    text: "Issuer and subject of the client assertion must both be the client id.",
    status: 401,
  },
  "client-assertion-audience-wrong": {
    number: 700023,
    error: "invalid_client",
    text: "The audience of the client assertion must be the address of the token endpoint.",
    status: 401,
  },
  "client-assertion-out-of-time": {
    number: 700024,
    error: "invalid_client",
    text: "The client assertion has expired or is not valid yet.",
    status: 401,
  },
  "federated-issuer-unknown": {
    number: 700211,
    error: "invalid_client",
    text: "No federated credential of the application has the assertion's issuer '{detail}'.",
    status: 401,
  },
  "federated-subject-unknown": {
    number: 700213,
    error: "invalid_client",
    text: "No federated credential of the application has the assertion's subject '{detail}'.",
    status: 401,
  },
  "federated-audience-unknown": {
    number: 700212,
    error: "invalid_client",
    text: "No federated credential of the application has the assertion's audience '{detail}'.",
    status: 401,
  },
  "federated-token-of-person": {
    number: 700229,
    error: "invalid_client",
    text: "Only a token that an application got for itself may be presented as a federated credential.",
    status: 401,
  },
  "credential-of-public-client": {
    number: 700025,
    error: "invalid_client",
    text: "The client is public, so neither 'client_secret' nor 'client_assertion' may be presented.",
    status: 401,
  },
  "public-client-not-allowed": {
    number: 7000218,
    error: "invalid_client",
    text: "Devices may sign in only to applications that allow public client flows; this one does not.",
    status: 401,
  },
} as const satisfies Record<string, ErrorRow>;
