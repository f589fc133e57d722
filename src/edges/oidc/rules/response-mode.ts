import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";
import { isFrontChannel, type ResponsePart } from "./response-type.ts";

export type ResponseMode = "query" | "fragment" | "form_post";

/** How the answer reaches the application: tokens never travel in a query, where servers and histories keep them. */
export function parseResponseMode(
  parameters: RequestParameters,
  responseType: ReadonlySet<ResponsePart>,
): Result<ResponseMode, ProtocolRefusal> {
  const asked = parameters.get("response_mode");
  const fallback = isFrontChannel(responseType) ? "fragment" : "query";
  if (asked === undefined) return accept(fallback);
  const isKnown = asked === "query" || asked === "fragment" || asked === "form_post";
  return isKnown && !(asked === "query" && isFrontChannel(responseType))
    ? accept(asked)
    : refuse({ code: "response-mode-unsupported", detail: asked });
}

/** The mode for an error found before the request is fully understood: what was asked for where that is possible. */
export function errorResponseMode(parameters: RequestParameters): ResponseMode {
  const words = (parameters.get("response_type") ?? "").split(" ");
  const hasTokens = words.includes("id_token") || words.includes("token");
  const asked = parameters.get("response_mode");
  if (asked === "form_post" || asked === "fragment") return asked;
  return hasTokens ? "fragment" : "query";
}
