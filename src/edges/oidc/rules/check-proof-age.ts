import { claimsChallenge } from "../../../domain/tokens/rules/claims-challenge.ts";
import { provenSince } from "./claims-parameter.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

/**
 * A client that was challenged brings the challenge along: what rests on an older proof cannot meet it, and only the
 * person can. The challenge goes back to the client, which hands it to the next authorization request.
 */
export function checkProofAge(
  claimsParameter: string | undefined,
  authenticatedAt: string,
): ProtocolRefusal | undefined {
  const since = provenSince(claimsParameter);
  if (since === undefined || new Date(authenticatedAt) >= since) return undefined;
  return { code: "proof-too-old", claims: claimsChallenge(since) };
}
