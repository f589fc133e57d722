import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";

/** OpenID Connect Core section 3.1.2.1: seconds since the person proved who they are; zero asks to prove it again. */
export function parseMaxAge(parameters: RequestParameters): Result<number | undefined, ProtocolRefusal> {
  const text = parameters.get("max_age");
  if (text === undefined) return accept(undefined);
  return /^\d{1,9}$/.test(text)
    ? accept(Number(text))
    : refuse({ code: "parameter-invalid", detail: "max_age" });
}
