import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestedScopes } from "./requested-scopes.ts";
import type { ResponsePart } from "./response-type.ts";

/** OpenID Connect Core section 3.1.2.1: without `openid` the request is not one for an ID token. */
export function checkOpenIdScope(
  responseType: ReadonlySet<ResponsePart>,
  scopes: RequestedScopes,
): ProtocolRefusal | undefined {
  return responseType.has("id_token") && !scopes.openId.has("openid")
    ? { code: "scope-invalid", detail: "'openid' is missing" }
    : undefined;
}
