import type { CodeChallenge } from "../../../domain/tokens/rules/authorization-grant.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";

/** RFC 7636 section 4.2: 43 to 128 unreserved characters; an S256 challenge is a digest and so exactly 43. */
const challengeForm = { S256: /^[A-Za-z0-9_-]{43}$/, plain: /^[A-Za-z0-9._~-]{43,128}$/ };

/** RFC 7636 section 4.3: a challenge without a method is a plain one. */
export function parseCodeChallenge(
  parameters: RequestParameters,
): Result<CodeChallenge | undefined, ProtocolRefusal> {
  const value = parameters.get("code_challenge");
  const method = parameters.get("code_challenge_method") ?? "plain";
  if (value === undefined) return accept(undefined);
  if (method !== "S256" && method !== "plain") return refuse({ code: "code-challenge-invalid" });
  return challengeForm[method].test(value)
    ? accept({ method, value })
    : refuse({ code: "code-challenge-invalid" });
}
