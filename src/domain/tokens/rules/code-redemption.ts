import type { ApplicationId } from "../../../foundation/identifiers.ts";
import type { AuthorizationGrant } from "./authorization-grant.ts";

export type CodeRefusal =
  | "code-of-another-client"
  | "code-used"
  | "code-expired"
  | "redirect-uri-differs"
  | "proof-key-missing"
  | "code-verifier-wrong";

/** A stored code. */
export interface IssuedCode {
  readonly applicationId: ApplicationId;
  readonly grant: AuthorizationGrant;
  readonly expiresAt: Date;
  readonly redeemedAt: Date | undefined;
}

/** What a client brings along with a code. */
export interface CodePresentation {
  readonly applicationId: ApplicationId;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
  /** The verifier turned into a challenge by the method of the code (RFC 7636 section 4.6). */
  readonly challengeOfVerifier: string | undefined;
}

/** RFC 6749 section 4.1.3 and RFC 7636 section 4.6: a code is good once, for the client, address and key it was made for. */
export function codeRefusal(
  code: IssuedCode,
  presented: CodePresentation,
  now: Date,
): CodeRefusal | undefined {
  if (code.applicationId !== presented.applicationId) return "code-of-another-client";
  if (code.redeemedAt !== undefined) return "code-used";
  if (code.expiresAt <= now) return "code-expired";
  if (code.grant.redirectUri !== presented.redirectUri) return "redirect-uri-differs";
  return proofKeyRefusal(code.grant, presented);
}

/**
 * Clients without a credential need a proof key by S256 (RFC 9700 section 2.1.1). A verifier for a code that was
 * asked for without a challenge is a downgrade attack (RFC 9700 section 4.8.2).
 */
function proofKeyRefusal(grant: AuthorizationGrant, presented: CodePresentation): CodeRefusal | undefined {
  const { codeChallenge } = grant;
  if (grant.platform !== "web" && codeChallenge?.method !== "S256") return "proof-key-missing";
  if (codeChallenge === undefined) {
    return presented.codeVerifier === undefined ? undefined : "code-verifier-wrong";
  }
  if (presented.codeVerifier === undefined && grant.platform !== "web") return "proof-key-missing";
  return presented.challengeOfVerifier === codeChallenge.value ? undefined : "code-verifier-wrong";
}
