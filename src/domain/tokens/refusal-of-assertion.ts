import { errors } from "jose";
import type { ClientAssertionRefusal } from "./rules/client-assertion.ts";

/** What the check of a client's assertion found wrong. */
export function refusalOfAssertion(error: unknown): ClientAssertionRefusal {
  if (error instanceof errors.JWTExpired) return { code: "client-assertion-out-of-time" };
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "nbf" && error.reason === "check_failed")
      return { code: "client-assertion-out-of-time" };
    return { code: "client-assertion-invalid", detail: `Its claim '${error.claim}' is missing or wrong.` };
  }
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return { code: "client-assertion-invalid", detail: "Its signature is wrong." };
  if (error instanceof errors.JOSEError)
    return { code: "client-assertion-invalid", detail: "Its form or algorithm is not supported." };
  throw error;
}
