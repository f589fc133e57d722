import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { page } from "../layout/page.ts";
import { type PlainMessageKey, words } from "../words/words.ts";
import type { ConsentView } from "./consent-page.ts";
import { permissionWords, type ShownPermission } from "./permission-words.ts";

export interface AdminConsentView extends Omit<ConsentView, "permissions" | "mayBeForEverybody" | "error"> {
  /** On behalf of whoever uses the application. */
  readonly asPerson: readonly ShownPermission[];
  /** For the application itself, without a person. */
  readonly byItself: readonly ShownPermission[];
}

/** May this application do that for everybody here? Posts `decision=accept` or `decision=cancel`. */
export function adminConsentPage(view: AdminConsentView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = html`<strong>${view.application.displayName}</strong>`;
  const part = (title: PlainMessageKey, permissions: readonly ShownPermission[]): Html =>
    html`<h2>${t(title)}</h2>
<ul class="points">${permissions.map((permission) => html`<li>${icon("check")}<span>${permissionWords(t, permission)}</span></li>`)}</ul>`;
  return page(view.frame, {
    asksConsent: true,
    title: t("admin-consent.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("admin-consent.lead", { application, organisation })}</p>
<p class="row-note">${view.publisher ? t.rich("consent.published-by", { publisher: view.publisher.displayName, domain: view.publisher.domain }) : t("consent.publisher-unknown")}</p>
${view.asPerson.length === 0 && view.byItself.length === 0 && html`<ul class="points"><li>${icon("check")}<span>${t("admin-consent.sign-in")}</span></li></ul>`}
${view.asPerson.length > 0 && part("admin-consent.as-person", view.asPerson)}
${view.byItself.length > 0 && part("admin-consent.by-itself", view.byItself)}
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${t("form.accept")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}
<p class="fine">${t("consent.only-if-trusted")} ${t("consent.for-everybody-hint")}</p>`,
  });
}
