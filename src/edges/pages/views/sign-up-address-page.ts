import { html } from "hono/html";
import { postForm, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { wordsOf } from "../words/words.ts";

export interface SignUpAddressView extends FormTarget {
  readonly frame: Frame;
  readonly application?: NamedApplication | undefined;
  /** What their provider calls the person. */
  readonly actingAs: string;
  readonly notYouUrl?: string | undefined;
  /** Typed before, or what their provider says. */
  readonly email?: string | undefined;
  readonly error?: FormError | undefined;
  /** There is somebody with the address, who signs in instead. */
  readonly haveAccount: boolean;
}

/** Which address is yours? Posts `email`, or `decision=cancel`. */
export function signUpAddressPage(view: SignUpAddressView): Html {
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const signIn = view.haveAccount ? safeLink(view.notYouUrl) : undefined;
  return page(view.frame, {
    title: t("sign-up.own-title"),
    actingAs: { address: view.actingAs, notYouUrl: view.notYouUrl },
    typedForm: view.action,
    body: html`${view.application && html`<p class="lead">${t.rich("sign-in.to-application", { application: html`<strong>${view.application.displayName}</strong>` })}</p>`}
<p>${t("sign-up.own-lead", { organisation })}</p>
${postForm(
  { ...view, keepsTyped: true },
  html`${textField({
    name: "email",
    label: t("form.email"),
    type: "email",
    value: view.email,
    autocomplete: "email",
    inputmode: "email",
    required: true,
    focus: true,
    maxLength: 254,
    error: view.error?.text,
  })}
<div class="actions"><button class="primary">${t("form.next")}</button>
<button class="secondary" name="decision" value="cancel" formnovalidate>${t("form.cancel")}</button></div>`,
)}
${signIn && html`<p class="quiet-line">${t("sign-up.have-account")} <a href="${signIn}">${t("sign-in.title")}</a></p>`}`,
  });
}
