import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";

export interface SignUpDeniedView extends FormTarget {
  readonly frame: Frame;
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly decidedAt: Date;
  /** The words of whoever decided; text, whatever they contain. */
  readonly reason: string | undefined;
  readonly mayAskAgainAt: Date;
}

/** Your request was denied, and why. Posts `decision=leave`. */
export function signUpDeniedPage(view: SignUpDeniedView): Html {
  const { language } = view.frame;
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = view.application.displayName;
  return page(view.frame, {
    title: t("sign-up.denied-title", { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("sign-up.denied-lead", {
      when: moment(language, view.decidedAt, "date"),
      application: html`<strong><bdi>${application}</bdi></strong>`,
    })}</p>
${
  view.reason &&
  html`<p>${t.rich("sign-up.blocked-lead", { organisation })}</p>
<figure class="message"><blockquote dir="auto">${view.reason}</blockquote></figure>`
}
<p>${t.rich("sign-up.denied-again", { when: moment(language, view.mayAskAgainAt, "date-time") })}</p>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="leave">${t("sign-up.back-to", { application })}</button></div>`,
)}`,
  });
}
