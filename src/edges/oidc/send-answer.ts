import type { Context } from "hono";
import type { AnswerPlan } from "./answer-plan.ts";
import type { PagePort } from "./page-port.ts";
import { answerLocation } from "./rules/answer-location.ts";

/** Where and how an answer travels to the application. */
export type AnswerChannel = Pick<AnswerPlan, "redirectUri" | "responseMode" | "state">;

/** Sends the fields of an authorization response, good or bad, to a redirect URI that has been verified. */
export function sendAnswer(
  c: Context,
  pages: PagePort,
  channel: AnswerChannel,
  fields: Readonly<Record<string, string | undefined>>,
  applicationName: string,
): Response | Promise<Response> {
  const present: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...fields, state: channel.state }))
    if (value !== undefined) present[name] = value;
  c.header("cache-control", "no-store");
  c.header("pragma", "no-cache");
  if (channel.responseMode === "form_post")
    return pages.showFormPost(c, { redirectUri: channel.redirectUri, fields: present, applicationName });
  // After a POST only 303 makes every browser go on with GET (RFC 9700 section 4.12).
  const status = c.req.method === "POST" ? 303 : 302;
  return c.redirect(answerLocation(channel.redirectUri, channel.responseMode, present), status);
}
