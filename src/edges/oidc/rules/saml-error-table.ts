import type { ErrorRow } from "./error-row.ts";

/**
 * Refusals of messages of SAML. Until the application and its address are known they are shown; afterwards the
 * application reads number and sentence in the status message.
 */
export const samlErrorTable = {
  "saml-needs-tenant": {
    number: 90002,
    error: "invalid_tenant",
    text: "People sign in by SAML at a tenant, whose id or domain must stand in the address in the place of '{detail}'.",
  },
  "saml-message-missing": {
    number: 750054,
    error: "invalid_request",
    text: "One SAMLRequest or SAMLResponse must come as a parameter: in the query of a GET, or in the form of a POST.",
  },
  "saml-message-not-base64": {
    number: 750056,
    error: "invalid_request",
    text: "The SAML message is not encoded in Base64.",
  },
  "saml-message-not-deflated": {
    number: 75001,
    error: "invalid_request",
    text: "A SAML message in a query must be compressed by DEFLATE, and be no longer than {detail} bytes.",
  },
  "saml-xml-wrong": {
    number: 7500525,
    error: "invalid_request",
    text: "The SAML message is no well-formed XML without a document type.",
  },
  "saml-message-unsupported": {
    number: 75005,
    error: "invalid_request",
    text: "The SAML message is not one that is served here: {detail}.",
  },
  "saml-id-invalid": {
    number: 7500529,
    error: "invalid_request",
    text: "The value '{detail}' is no id of a SAML message. It begins with a letter or an underscore.",
  },
  "saml-application-unknown": {
    number: 700016,
    error: "unauthorized_client",
    text: "The application '{detail}' was not found in this tenant. The Issuer must be one of its identifierUris, and its service principal must be set to SAML.",
  },
  "saml-signature-missing": {
    number: 76021,
    error: "invalid_request",
    text: "The request is not signed, and the application requires signed requests.",
  },
  "saml-signature-wrong": {
    number: 76021,
    error: "invalid_request",
    text: "The signature of the request is by no certificate of the application, or not over what was sent. RSA with SHA-256 or SHA-512 is taken.",
  },
  "saml-destination-wrong": {
    number: 75008,
    error: "invalid_request",
    text: "The Destination of a signed request must be the address it is sent to, and not '{detail}'.",
  },
  "saml-request-expired": {
    number: 76026,
    error: "invalid_request",
    text: "The IssueInstant of a signed request must not be more than ten minutes away.",
  },
  "saml-binding-unsupported": {
    number: 75003,
    error: "invalid_request",
    text: "Responses go by HTTP-POST, and not by '{detail}'.",
  },
  "saml-name-unsupported": {
    number: 75016,
    error: "invalid_request",
    text: "The Format '{detail}' of NameIDPolicy is not served.",
  },
  "saml-context-unsupported": {
    number: 75011,
    error: "interaction_required",
    text: "The way the person authenticates does not match RequestedAuthnContext: {detail}.",
  },
  "saml-comparison-unsupported": {
    number: 900235,
    error: "invalid_request",
    text: "The Comparison of RequestedAuthnContext must be 'exact', and not '{detail}'.",
  },
  "saml-property-unsupported": {
    number: 900236,
    error: "invalid_request",
    text: "An AuthnRequest must not contain {detail}.",
  },
  "saml-sign-out-invalid": {
    number: 50061,
    error: "invalid_request",
    text: "The request to sign somebody out is not one that is served here: {detail}.",
  },
  "saml-not-participant": {
    number: 50068,
    error: "invalid_request",
    text: "Nobody who is signed in to this browser uses the application that asks for the sign-out.",
  },
  "saml-session-unknown": {
    number: 50070,
    error: "invalid_request",
    text: "NameID and SessionIndex of the request to sign out name no sign-in of this browser.",
  },
  "saml-sign-out-expired": {
    number: 50071,
    error: "invalid_request",
    text: "The time is over in which the request to sign out was to come.",
  },
} as const satisfies Record<string, ErrorRow>;

export type SamlErrorCode = keyof typeof samlErrorTable;
