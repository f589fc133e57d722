import type { Machine } from "../../platform/machine.ts";
import { findSignUpOffer } from "../signup/find-sign-up-offer.ts";
import type { SignUpOffer } from "../signup/rules/sign-up-offer.ts";
import type { AuthorizationRequest } from "./rules/authorization-request.ts";

/**
 * Only who was sent to the organisation itself can sign up there: not who came by an address for all of them, nor who
 * signs in on a device beside. A request without pages has nobody to ask.
 */
export async function readSignUpOffer(
  { database }: Machine,
  { tenantId, applicationId, prompt, home, device }: AuthorizationRequest,
): Promise<SignUpOffer | undefined> {
  if (prompt.kind === "none" || home || device) return undefined;
  return findSignUpOffer(database, tenantId, applicationId);
}
