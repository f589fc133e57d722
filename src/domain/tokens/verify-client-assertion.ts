import { decodeJwt, type JWTPayload } from "jose";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ClientAssertionRefusal, PresentedAssertion } from "./rules/client-assertion.ts";
import { verifyCertificateAssertion } from "./verify-certificate-assertion.ts";
import { verifyFederatedAssertion } from "./verify-federated-assertion.ts";

/**
 * Checks a signed assertion that an application presents instead of a secret (RFC 7523 section 2.2). One that it issued
 * itself is signed with the key of a registered certificate; any other must come from an issuer it is registered to
 * trust.
 */
export async function verifyClientAssertion(
  machine: Machine,
  presented: PresentedAssertion,
): Promise<Result<undefined, ClientAssertionRefusal>> {
  const claims = claimsOf(presented.assertion);
  if (!claims) return refuse({ code: "client-assertion-invalid", detail: "It is no signed token." });
  const { applicationId } = presented.application;
  const checked =
    claims.iss?.toLowerCase() === applicationId || claims.sub?.toLowerCase() === applicationId
      ? await verifyCertificateAssertion(machine, presented, claims)
      : await verifyFederatedAssertion(machine, presented, claims);
  return checked ? refuse(checked) : accept(undefined);
}

/** The payload, not yet to be believed: it only says whose keys are to be asked. */
function claimsOf(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion);
  } catch {
    return undefined;
  }
}
