import type { Context } from "hono";
import { meaningOfSignInError } from "../shared/sign-in-errors.ts";
import type { PagePort } from "./page-port.ts";
import { meaningOfNumber } from "./rules/protocol-error.ts";

/** `GET /error?code=NUMBER`: what an error's number means. */
export function errorMeaningEndpoint(c: Context, pages: PagePort): Response | Promise<Response> {
  const code = c.req.query("code") ?? "";
  const isNumber = /^\d{1,9}$/.test(code);
  return pages.showErrorMeaning(c, {
    code: isNumber ? code : "",
    meaning: isNumber ? (meaningOfNumber(Number(code)) ?? meaningOfSignInError(Number(code))) : undefined,
  });
}
