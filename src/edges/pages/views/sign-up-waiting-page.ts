import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";

export interface SignUpWaitingView extends FormTarget {
  readonly frame: Frame;
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly askedAt: Date;
  readonly expiresAt: Date;
}

/** A person decides about your request. Posts `decision=leave` or `decision=withdraw`. */
export function signUpWaitingPage(view: SignUpWaitingView): Html {
  const { language } = view.frame;
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = view.application.displayName;
  return page(view.frame, {
    title: t("sign-up.waiting-title", { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("sign-up.waiting-lead", {
      when: moment(language, view.askedAt, "date-time"),
      application: html`<strong><bdi>${application}</bdi></strong>`,
      address: html`<strong><bdi>${view.address}</bdi></strong>`,
    })}</p>
<p>${t.rich("sign-up.waiting-end", { when: moment(language, view.expiresAt, "date") })}</p>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="leave">${t("sign-up.back-to", { application })}</button>
<button class="secondary" name="decision" value="withdraw">${t("sign-up.withdraw")}</button></div>`,
)}`,
  });
}
