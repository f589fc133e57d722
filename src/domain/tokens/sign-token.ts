import { SignJWT } from "jose";
import type { Machine } from "../../platform/machine.ts";
import { signingAlgorithm } from "./make-signing-key.ts";
import { signingKeys } from "./signing-keys.ts";

/** Signs claims as a compact JWT (RFC 7519) with the key that signs now. */
export async function signToken(
  machine: Machine,
  claims: Record<string, unknown>,
  type: "JWT" | "logout+jwt" = "JWT",
): Promise<string> {
  const { current } = await signingKeys(machine);
  return new SignJWT(claims)
    .setProtectedHeader({ typ: type, alg: signingAlgorithm, kid: current.keyId })
    .sign(current.privateKey);
}
