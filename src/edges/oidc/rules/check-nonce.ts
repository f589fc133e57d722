import type { ProtocolRefusal } from "./protocol-error.ts";
import type { ResponsePart } from "./response-type.ts";

/** OpenID Connect Core section 3.2.2.1: an ID token through the browser is bound to its request by a nonce. */
export function checkNonce(
  responseType: ReadonlySet<ResponsePart>,
  nonce: string | undefined,
): ProtocolRefusal | undefined {
  return responseType.has("id_token") && nonce === undefined ? { code: "nonce-missing" } : undefined;
}
