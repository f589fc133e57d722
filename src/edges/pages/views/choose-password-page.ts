import { html } from "hono/html";
import { errorOf, errorSummary, passwordField, postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ChoosePasswordView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Replace a password that was good for one sign-in. Posts `newPassword` and `repeatedPassword`. */
export function choosePasswordPage(view: ChoosePasswordView): Html {
  const t = words(view.frame.language);
  const errors = view.error ? [view.error] : [];
  return page(view.frame, {
    title: t("choose-password.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    scripts: ["show-password"],
    body: html`<p class="lead">${t("choose-password.lead")}</p>
${errorSummary(t, errors, ["newPassword", "repeatedPassword"])}
${postForm(
  view,
  html`<input type="text" name="email" value="${view.address}" autocomplete="username" hidden>
${passwordField(t, {
  name: "newPassword",
  label: t("choose-password.new"),
  hint: t("set-up.password-hint"),
  autocomplete: "new-password",
  required: true,
  focus: errors.length === 0,
  error: errorOf(errors, "newPassword"),
})}
${passwordField(t, {
  name: "repeatedPassword",
  label: t("choose-password.repeat"),
  autocomplete: "new-password",
  required: true,
  error: errorOf(errors, "repeatedPassword"),
})}
<div class="actions"><button class="primary">${t("choose-password.save")}</button></div>`,
)}`,
  });
}
