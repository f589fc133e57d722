import type { Platform } from "../../../domain/applications/rules/application.ts";
import type { CodeChallenge } from "../../../domain/tokens/rules/authorization-grant.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

/**
 * RFC 9700 section 2.1.1: a client without a credential binds its code by S256. A plain challenge is refused here, at once;
 * a missing one when the code comes back (`domain/tokens/rules/code-redemption.ts`), as clients of the dialect expect it.
 */
export function checkPkce(
  challenge: CodeChallenge | undefined,
  platform: Platform,
): ProtocolRefusal | undefined {
  return platform !== "web" && challenge?.method === "plain" ? { code: "proof-key-missing" } : undefined;
}
