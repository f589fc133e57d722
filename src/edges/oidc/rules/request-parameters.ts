import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { EndpointVersion } from "./endpoint-version.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

/** The parameters of one request. Those this edge does not know are carried along unread and never refused. */
export type RequestParameters = ReadonlyMap<string, string>;

/** Parameters that decide something: given twice, one reader could take the first and another the last. */
const decisive = new Set([
  "client_id",
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "redirect_uri",
  "response_type",
  "response_mode",
  "scope",
  "state",
  "nonce",
  "prompt",
  "code_challenge",
  "code_challenge_method",
  "grant_type",
  "code",
  "code_verifier",
  "refresh_token",
  "device_code",
  "assertion",
  "requested_token_use",
]);

/** RFC 6749 section 3.1: a parameter without a value counts as left out, and none may be included more than once. */
export function readParameters(
  pairs: Iterable<readonly [string, string]>,
  version: EndpointVersion = 2,
): Result<RequestParameters, ProtocolRefusal> {
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (value === "") continue;
    // No client means it, and the database keeps no text that has it.
    if (value.includes("\0")) return refuse({ code: "parameter-invalid", detail: name });
    if (isDecisive(name, version) && parameters.has(name))
      return refuse({ code: "parameter-repeated", detail: name });
    parameters.set(name, value);
  }
  return accept(parameters);
}

/** The second version ignores `resource`, and libraries of newer standards may repeat it (RFC 8707 section 2). */
function isDecisive(name: string, version: EndpointVersion): boolean {
  return decisive.has(name) || (name === "resource" && version === 1);
}
