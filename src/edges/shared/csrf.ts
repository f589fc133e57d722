import type { SessionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { sameDigest } from "../../platform/secrets/opaque-token.ts";

/** The value every form of a session carries; another site can neither read nor guess it. */
export function csrfToken(machine: Machine, sessionId: SessionId): string {
  return machine.masterKey.authenticate("csrf", sessionId).toString("base64url");
}

/** Whether a posted value is that of the session. */
export function isCsrfToken(machine: Machine, sessionId: SessionId, posted: unknown): boolean {
  if (typeof posted !== "string") return false;
  return sameDigest(machine.masterKey.authenticate("csrf", sessionId), Buffer.from(posted, "base64url"));
}
