import type { SignInRefusal } from "../../domain/signin/rules/step.ts";

/** A refused sign-in on the wire: the OAuth error, the AADSTS number and the client's description. */
export interface SignInError {
  readonly number: number;
  readonly error:
    | "login_required"
    | "interaction_required"
    | "consent_required"
    | "invalid_resource"
    | "invalid_client"
    | "access_denied"
    | "unauthorized_client"
    | "invalid_request";
  readonly description: string;
}

/** Numbers of the reference's table; descriptions are for developers and avoid the words clients search for. */
export const signInErrors = {
  "login-required": {
    number: 50058,
    error: "login_required",
    description: "No signed-in session can answer a silent request.",
  },
  "session-unknown": {
    number: 160021,
    error: "login_required",
    description: "The sign-in that the application names is not, or no longer, one of this browser.",
  },
  "several-accounts": {
    number: 16000,
    error: "interaction_required",
    description: "Several signed-in accounts could answer; a person must choose.",
  },
  "redemption-required": {
    number: 50014,
    error: "interaction_required",
    description: "The guest has not accepted the invitation yet.",
  },
  "password-expired": {
    number: 50055,
    error: "interaction_required",
    description: "The person has to choose a new password first.",
  },
  "consent-required": {
    number: 65001,
    error: "consent_required",
    description: "Nobody has agreed yet to what the application asks for.",
  },
  "resource-not-registered": {
    number: 650057,
    error: "invalid_resource",
    description:
      "The application asks for everything it is registered to need of a resource, but its registration does not name that resource.",
  },
  "no-permission-registered": {
    number: 650056,
    error: "invalid_client",
    description:
      "The application asks for everything it is registered to need of a resource, but its registration names no permission of that resource to be used for people.",
  },
  "registration-outdated": {
    number: 65005,
    error: "invalid_client",
    description:
      "The application is registered to need permissions that the resource does not have or has switched off.",
  },
  "resource-is-itself": {
    number: 90009,
    error: "invalid_request",
    description:
      "The application asks for everything it is registered to need of itself, which is nothing. It must ask for its own permissions by name.",
  },
  "not-a-guest": {
    number: 50020,
    error: "access_denied",
    description:
      "The account exists at its identity provider but is neither member nor guest of this tenant. It must be invited first.",
  },
  "domain-refused": {
    number: 50020,
    error: "access_denied",
    description:
      "The guest was invited, but the tenant has since closed the domain of the address. An administrator of the tenant can open it.",
  },
  "other-provider": {
    number: 50197,
    error: "access_denied",
    description: "The guest accepted with another identity provider and must sign in with that one.",
  },
  "no-way-to-prove": {
    number: 500208,
    error: "access_denied",
    description: "No identity provider of this tenant can vouch for the address.",
  },
  "application-disabled": {
    number: 7000112,
    error: "unauthorized_client",
    description: "The application is disabled in this tenant.",
  },
  "not-assigned": {
    number: 50105,
    error: "access_denied",
    description: "The application admits only assigned people, and this person is not assigned.",
  },
  "access-blocked": {
    number: 53003,
    error: "access_denied",
    description: "A conditional access policy of the tenant blocks this sign-in.",
  },
  "second-factor-required": {
    number: 50076,
    error: "interaction_required",
    description: "A policy of the tenant demands a second factor, which the person has to prove.",
  },
  "second-factor-not-set-up": {
    number: 50079,
    error: "interaction_required",
    description: "A policy of the tenant demands a second factor, which the person has to set up first.",
  },
  "terms-required": {
    number: 50158,
    error: "interaction_required",
    description: "The person has to accept the tenant's terms of use first.",
  },
  "terms-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined the tenant's terms of use.",
  },
  "admin-consent-required": {
    number: 90094,
    error: "consent_required",
    description: "The application asks for something only an administrator can agree to.",
  },
  "consent-by-administrators-only": {
    number: 90094,
    error: "consent_required",
    description: "Only administrators of the organisation decide what this application may do.",
  },
  "sign-up-domain": {
    number: 50020,
    error: "access_denied",
    description:
      "The account is neither member nor guest of this tenant, and the user flow of the application takes nobody of its domain.",
  },
  "sign-up-not-approved": {
    number: 50020,
    error: "access_denied",
    description:
      "The person has asked for an account, and somebody of the organisation has to approve it first.",
  },
  "sign-up-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined to sign up.",
  },
  "redemption-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined to become a guest.",
  },
  "consent-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined what the application asks for.",
  },
  "device-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined to sign in on the device.",
  },
  "visit-declined": {
    number: 65004,
    error: "access_denied",
    description: "The person declined to be named to the organisation that asks.",
  },
  "visit-not-allowed": {
    number: 500212,
    error: "access_denied",
    description:
      "The person's own organisation does not let this person sign in at the organisation that asks.",
  },
  "account-disabled": { number: 50057, error: "access_denied", description: "The account is disabled." },
  "guest-deleted": {
    number: 50034,
    error: "access_denied",
    description: "The account does not exist in this tenant.",
  },
  "invitation-unknown": {
    number: 50014,
    error: "access_denied",
    description: "The invitation is not known.",
  },
  "invitation-expired": { number: 50014, error: "access_denied", description: "The invitation has ended." },
  "invitation-revoked": {
    number: 50014,
    error: "access_denied",
    description: "The invitation was withdrawn.",
  },
  "invitation-accepted": {
    number: 50014,
    error: "access_denied",
    description: "The invitation has been accepted before.",
  },
} as const satisfies Readonly<Record<SignInRefusal, SignInError>>;

/** What a number means; one that stands for several refusals has a sentence of each of them. */
export function meaningsOfSignInError(number: number): string[] {
  return Object.values<SignInError>(signInErrors)
    .filter((error) => error.number === number)
    .map(({ description }) => description);
}
