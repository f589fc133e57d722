import { html } from "hono/html";
import { errorSummary, passwordField, postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { words } from "../words/words.ts";

export interface PasswordView extends FormTarget {
  /** With the branding of the person's home organisation. */
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly application?: NamedApplication | undefined;
  /** The organisation that asked, when it is another than the home organisation. */
  readonly askedBy?: { readonly displayName: string } | undefined;
  readonly otherWayUrl?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Prove it. Posts `password`. */
export function passwordPage(view: PasswordView): Html {
  const t = words(view.frame.language);
  const forgot = safeLink(view.frame.brand?.passwordReset?.url);
  const otherWay = safeLink(view.otherWayUrl);
  return page(view.frame, {
    title: t("password.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    scripts: ["show-password"],
    body: html`${purpose(view)}
${errorSummary(t, [view.error], ["password"])}
${postForm(
  view,
  html`<input type="text" name="email" value="${view.address}" autocomplete="username" hidden>
${passwordField(t, {
  name: "password",
  label: t("form.password"),
  autocomplete: "current-password",
  required: true,
  focus: true,
  error: view.error?.field === "password" ? view.error.text : undefined,
})}
<div class="actions"><button class="primary">${t("form.sign-in")}</button></div>`,
)}
${(forgot || otherWay) && html`<p class="quiet-line">${forgot && html`<a href="${forgot}">${view.frame.brand?.passwordReset?.text ?? t("password.forgot")}</a>`} ${otherWay && html`<a href="${otherWay}">${t("form.use-another-way")}</a>`}</p>`}`,
  });
}

function purpose(view: PasswordView): Html | undefined {
  const t = words(view.frame.language);
  const application = view.application && html`<strong>${view.application.displayName}</strong>`;
  if (view.askedBy && application)
    return html`<p class="lead">${t.rich("password.to-application-of", { application, organisation: view.askedBy.displayName })}</p>`;
  if (view.askedBy)
    return html`<p class="lead">${t.rich("password.to-organisation", { organisation: html`<strong>${view.askedBy.displayName}</strong>` })}</p>`;
  return application && html`<p class="lead">${t.rich("sign-in.to-application", { application })}</p>`;
}
