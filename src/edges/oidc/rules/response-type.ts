import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";

export type ResponsePart = "code" | "id_token" | "token";

/** Combinations the endpoint answers (OAuth 2.0 Multiple Response Type Encoding Practices), words in alphabetical order. */
const known = new Set([
  "code",
  "id_token",
  "code id_token",
  "id_token token",
  "token",
  "code token",
  "code id_token token",
]);

/** What the answer of the authorization endpoint consists of; the order of the words does not matter. */
export function parseResponseType(
  parameters: RequestParameters,
): Result<ReadonlySet<ResponsePart>, ProtocolRefusal> {
  const text = parameters.get("response_type");
  if (text === undefined) return refuse({ code: "parameter-missing", detail: "response_type" });
  const words = text.split(" ").sort();
  return known.has(words.join(" "))
    ? accept(new Set(words as ResponsePart[]))
    : refuse({ code: "response-type-unknown", detail: text });
}

/** Whether something other than a code goes through the browser. */
export function isFrontChannel(responseType: ReadonlySet<ResponsePart>): boolean {
  return responseType.has("id_token") || responseType.has("token");
}
