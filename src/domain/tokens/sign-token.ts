import { SignJWT } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { signingAlgorithm } from "./make-signing-key.ts";
import { signingKeys } from "./signing-keys.ts";

/** Signs claims as a compact JWT (RFC 7519) with the key that signs now. */
export async function signToken(
  machine: Machine,
  claims: Record<string, unknown>,
  type: "JWT" | "logout+jwt" | "client-authentication+jwt" = "JWT",
): Promise<string> {
  const { current } = await signingKeys(machine);
  // Validators of the first version look keys up by the certificate's thumbprint, which is what keys are called here.
  const thumbprint = claims["ver"] === "1.0" ? { x5t: current.keyId } : {};
  return new SignJWT(claims)
    .setProtectedHeader({ typ: type, alg: signingAlgorithm, kid: current.keyId, ...thumbprint })
    .sign(current.privateKey);
}
