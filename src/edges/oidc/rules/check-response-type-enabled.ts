import type { Application } from "../../../domain/applications/rules/application.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { ResponsePart } from "./response-type.ts";

/** Tokens through the browser only for applications registered for them. */
export function checkResponseTypeEnabled(
  responseType: ReadonlySet<ResponsePart>,
  application: Pick<Application, "issuesIdToken" | "issuesAccessToken">,
): ProtocolRefusal | undefined {
  if (responseType.has("id_token") && !application.issuesIdToken) return { code: "id-token-not-enabled" };
  if (responseType.has("token") && !application.issuesAccessToken)
    return { code: "access-token-not-enabled" };
  return undefined;
}
