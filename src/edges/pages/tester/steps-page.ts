import { html } from "hono/html";
import type { Html } from "../layout/html.ts";
import { parameterTable } from "./exchange-view.ts";
import type { AnswerPath } from "./rules/answer.ts";
import type { SentRequest } from "./rules/exchange.ts";
import type { Parameter } from "./rules/more-parameters.ts";
import type { Tester } from "./tester.ts";
import { testerFrame } from "./tester-frame.ts";
import { testerWords as say } from "./tester-words.ts";

/**
 * Sends the person to the authorization endpoint. A page with a link rather than a redirect: browsers hold a form's
 * content security policy against every redirect that follows, and the sign-in may lead to any provider.
 */
export function sendingPage(tester: Tester, request: SentRequest): Html {
  const target = `${request.address}?${new URLSearchParams(request.parameters.map(([name, value]) => [name, value]))}`;
  return testerFrame(tester, {
    title: say.sendingTitle,
    scripts: ["go-at-once"],
    body: html`<p class="lead">${say.sendingLead}</p>
<p><code>${request.address}</code></p>
<div class="actions"><a class="primary" href="${target}" data-go-at-once>${say.send}</a></div>
${parameterTable(request.parameters)}`,
  });
}

/** What a single-page app's run still has to know when its tokens have come. */
export interface BrowserRedemption {
  readonly tokenRequest: SentRequest;
  readonly state: string;
  readonly answer: { readonly path: AnswerPath; readonly parameters: readonly Parameter[] } | undefined;
  readonly refreshToken: string | undefined;
}

/** Lets the browser fetch the tokens, and then hand them to the result page. */
export function redeemPage(tester: Tester, view: BrowserRedemption): Html {
  return testerFrame(tester, {
    title: say.redeemTitle,
    browserScripts: ["redeem-code"],
    body: html`<p class="lead">${say.redeemLead}</p><noscript><p>${say.redeemNeedsScript}</p></noscript>
<form data-token-request="${view.tokenRequest.address}">${hiddenFields(view.tokenRequest.parameters)}</form>
<form method="post" action="/tester/result" data-token-answer>${hiddenFields([
      ["state", view.state],
      ["answer_path", view.answer?.path ?? ""],
      ["answer", view.answer ? encoded(view.answer.parameters) : ""],
      ["refresh_token", view.refreshToken ?? ""],
      ["status", "0"],
      ["body", ""],
    ])}</form>`,
  });
}

/** Posts an answer from another site once more from this one, so that the browser sends its cookie along. */
export function relayPage(tester: Tester, parameters: readonly Parameter[]): Html {
  return testerFrame(tester, {
    title: say.relayTitle,
    scripts: ["submit-at-once"],
    body: html`<p class="lead">${say.relayLead}</p>
<form method="post" action="/tester" data-submit-at-once>${hiddenFields([...parameters, ["answer_path", "form_post"]])}
<div class="actions"><button class="primary">${say.continue}</button></div></form>`,
  });
}

function hiddenFields(parameters: readonly Parameter[]): Html {
  return html`${parameters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function encoded(parameters: readonly Parameter[]): string {
  return new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
}
