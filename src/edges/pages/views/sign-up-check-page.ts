import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";

export interface SignUpCheckView extends FormTarget {
  /** Of the organisation whose own API is asked. */
  readonly frame: Frame;
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** What came of it: nobody has asked yet, the question is under way, or there was no answer. */
  readonly found: "nothing" | "asking" | "failed";
  readonly error?: FormError | undefined;
}

/**
 * The organisation is asked whether it wants the person, before they agree to anything. Posts `decision=check`,
 * `decision=look` while the question is under way, or `decision=cancel`; the first time the form sends itself where scripts run, so that most people do not see it.
 */
export function signUpCheckPage(view: SignUpCheckView): Html {
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const sendsItself = view.found === "nothing" && !view.error;
  const values = {
    organisation: html`<strong><bdi>${organisation}</bdi></strong>`,
    application: html`<strong><bdi>${view.application.displayName}</bdi></strong>`,
    address: html`<strong><bdi>${view.address}</bdi></strong>`,
  };
  return page(view.frame, {
    title: t("sign-up.check-title", { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    asksConsent: true,
    scripts: sendsItself ? ["submit-at-once"] : [],
    body: html`${view.error && notice("bad", view.error.text)}
${view.found === "failed" && notice("bad", t("sign-up.api-failed", { organisation }))}
<p class="lead">${t.rich("sign-up.check-lead", values)}</p>
${view.found === "asking" && html`<p>${t("sign-up.check-asking")}</p>`}
${postForm(
  { ...view, sendsItself },
  html`<div class="actions"><button class="primary" name="decision" value="${view.found === "asking" ? "look" : "check"}">${view.found === "failed" ? t("problem.next.try-again") : t("form.continue")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}`,
  });
}
