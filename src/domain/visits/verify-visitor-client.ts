import { errors, jwtVerify } from "jose";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { keysAt } from "../tokens/issuer-keys.ts";
import type { VisitedOrganisation } from "./rules/visited-organisation.ts";

const toleranceSeconds = 120;
/** Made for one request: an old one is a found one. */
const oldestSeconds = 300;

export interface ClientAssertionRefusal {
  readonly code: "client-assertion-invalid";
  readonly detail: string;
}

/**
 * Checks that a token request comes from the organisation: an assertion signed with a key it publishes (RFC 7523 section
 * 3), made for this very issuer and for no other partner of it. Which code is brought along, and by whom it was asked
 * for, decides the redemption.
 */
export async function verifyVisitorClient(
  machine: Machine,
  { clientId, keysUrl }: VisitedOrganisation,
  presented: { readonly assertion: string; readonly audience: string },
): Promise<Result<undefined, ClientAssertionRefusal>> {
  try {
    const { payload } = await jwtVerify(presented.assertion, keysAt(machine, keysUrl), {
      algorithms: ["RS256", "PS256", "ES256"],
      issuer: clientId,
      subject: clientId,
      audience: presented.audience,
      currentDate: machine.clock(),
      clockTolerance: toleranceSeconds,
      maxTokenAge: oldestSeconds,
      requiredClaims: ["exp", "iat", "jti"],
    });
    return Array.isArray(payload.aud) && payload.aud.length > 1
      ? wrong("It is made for several audiences.")
      : accept(undefined);
  } catch (error) {
    if (error instanceof errors.JOSEError) return wrong(error.message);
    throw error;
  }
}

function wrong(detail: string) {
  return refuse({ code: "client-assertion-invalid", detail } as const);
}
