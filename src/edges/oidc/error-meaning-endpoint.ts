import type { Context } from "hono";
import { meaningsOfSignInError } from "../shared/sign-in-errors.ts";
import type { PagePort } from "./page-port.ts";
import { remedyOf } from "./remedy-of-number.ts";
import { meaningsOfNumber } from "./rules/protocol-error.ts";

/** `GET /error?code=NUMBER`: what an error's number means. */
export function errorMeaningEndpoint(c: Context, pages: PagePort): Response | Promise<Response> {
  const code = c.req.query("code") ?? "";
  if (!/^\d{1,9}$/.test(code))
    return pages.showErrorMeaning(c, { code: "", meaning: undefined, remedy: undefined });
  const number = Number(code);
  const meanings = new Set([...meaningsOfNumber(number), ...meaningsOfSignInError(number)]);
  return pages.showErrorMeaning(c, {
    code,
    meaning: meanings.size === 0 ? undefined : [...meanings].join(" Or: "),
    remedy: remedyOf(number),
  });
}
