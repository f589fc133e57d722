import type { ErrorRow } from "./error-row.ts";

/** Refusals of what an application brings to get tokens for a person: a code, a refresh token, a device code, an assertion. */
export const grantErrorTable = {
  "code-unknown": { number: 70000, error: "invalid_grant", text: "The authorization code is not valid." },
  "code-of-another-client": {
    number: 70000,
    error: "invalid_grant",
    text: "The authorization code was issued to another application.",
  },
  "code-of-another-version": {
    number: 70000,
    error: "invalid_grant",
    text: "The authorization code was issued by the other version's endpoint, and only that one takes it back.",
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
  "device-pending": {
    number: 70016,
    error: "authorization_pending",
    text: "Nobody has entered the code and signed in yet.",
  },
  "device-declined": {
    number: 70017,
    error: "authorization_declined",
    text: "The person declined to sign in on the device.",
  },
  "device-code-unknown": {
    number: 70018,
    error: "bad_verification_code",
    text: "The device code is not known.",
  },
  "device-code-expired": { number: 70019, error: "expired_token", text: "The device code has expired." },
  "device-code-used": {
    number: 54005,
    error: "invalid_grant",
    text: "The device code was already redeemed.",
  },
  "device-code-of-another-tenant": {
    number: 700005,
    error: "invalid_grant",
    text: "The device code was issued for another tenant.",
  },
  "assertion-invalid": {
    number: 50013,
    error: "invalid_grant",
    text: "The assertion is not a token that the application can act upon. {detail}",
  },
  "assertion-expired": { number: 500133, error: "invalid_grant", text: "The assertion has expired." },
  "user-unknown": { number: 50034, error: "invalid_grant", text: "The user does not exist in this tenant." },
  "user-disabled": { number: 50057, error: "invalid_grant", text: "The user account is disabled." },
  "password-expired": {
    number: 50055,
    error: "invalid_grant",
    suberror: "user_password_expired",
    text: "The person has to choose a new password first. Send them to sign in.",
  },
  "sessions-revoked": {
    number: 50173,
    error: "invalid_grant",
    text: "The grant was revoked; a fresh sign-in is needed.",
  },
  "proof-too-old": {
    number: 50133,
    error: "interaction_required",
    suberror: "basic_action",
    text: "The sign-in is older than a revocation. Send the person to sign in again, with the claims of this answer.",
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
  "access-blocked": {
    number: 53003,
    error: "invalid_grant",
    suberror: "message_only",
    text: "A conditional access policy of the tenant blocks new tokens for this person.",
  },
  "second-factor-required": {
    number: 50076,
    error: "interaction_required",
    suberror: "basic_action",
    text: "A conditional access policy of the tenant demands a second factor, which the person has not proved on this sign-in. Send them to sign in again.",
  },
  "terms-required": {
    number: 50158,
    error: "interaction_required",
    suberror: "basic_action",
    text: "The person has to accept the tenant's terms of use first. Send them to sign in.",
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
} as const satisfies Record<string, ErrorRow>;
