import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { permissionWords, type ShownPermission } from "./permission-words.ts";

export interface ConsentView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly application: NamedApplication;
  /** The organisation that registered the application. */
  readonly publisher?: { readonly displayName: string; readonly domain: string } | undefined;
  readonly permissions: readonly ShownPermission[];
  /** An administrator may also answer for everybody of the organisation. */
  readonly mayBeForEverybody?: boolean | undefined;
  readonly error?: FormError | undefined;
}

/** May this application do that as you? Posts `decision=accept` or `decision=cancel`, and `forEverybody=yes`. */
export function consentPage(view: ConsentView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = html`<strong>${view.application.displayName}</strong>`;
  const forEverybody = html`<div class="field"><label class="check"><input type="checkbox" name="forEverybody" value="yes" aria-describedby="for-everybody-hint"> <span>${t.rich("consent.for-everybody", { organisation })}</span></label>
<p class="hint" id="for-everybody-hint">${t("consent.for-everybody-hint")}</p></div>`;
  return page(view.frame, {
    asksConsent: true,
    title: t("consent.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("consent.lead", { application })}</p>
<p class="row-note">${view.publisher ? t.rich("consent.published-by", { publisher: view.publisher.displayName, domain: view.publisher.domain }) : t("consent.publisher-unknown")}</p>
${view.error && notice("bad", view.error.text)}
<ul class="points">${view.permissions.map((permission) => html`<li>${icon("check")}<span>${permissionWords(t, permission)}</span></li>`)}</ul>
${postForm(
  view,
  html`${view.mayBeForEverybody && forEverybody}<div class="actions"><button class="primary" name="decision" value="accept">${t("form.accept")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}
<p class="fine">${t("consent.only-if-trusted")} ${t("consent.take-back")}</p>`,
  });
}
