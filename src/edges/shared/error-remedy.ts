/** What helps after an error, for somebody who has only its number: who can do something, and what. */
export type ErrorRemedy =
  | "sign-in-again"
  | "other-account"
  | "account-off"
  | "accept-invitation"
  | "ask-access"
  | "agree"
  | "said-no"
  | "application-off"
  | "wait"
  | "check-address"
  | "device"
  | "fix-application";
