import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { legalLinks } from "./legal-links.ts";

export interface ReviewPermissionsView extends FormTarget {
  /** Of the organisation that will have the person as its guest; privacy and terms are taken from here. */
  readonly frame: Frame;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly error?: FormError | undefined;
}

/** May this organisation have you as a guest? Posts `decision=accept` or `decision=cancel`. */
export function reviewPermissionsPage(view: ReviewPermissionsView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const points: [IconName, Html][] = [
    ["id-card", html`<strong>${t("review.sees-title")}</strong><br>${t("review.sees")}`],
    ["clock", html`<strong>${t("review.records-title")}</strong><br>${t("review.records")}`],
    ["key-round", html`<strong>${t("review.manages-title")}</strong><br>${t("review.manages")}`],
  ];
  return page(view.frame, {
    asksConsent: true,
    title: t("review.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("review.lead", { organisation: html`<strong>${organisation}</strong>`, domain: view.frame.organisation?.domain ?? "" })}</p>
${view.error && notice("bad", view.error.text)}
<ul class="points">${points.map(([name, words]) => html`<li>${icon(name)}<span>${words}</span></li>`)}</ul>
<p>${t.rich("review.trust", { organisation })} ${legalLinks(view.frame)}</p>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${t("form.accept")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}
<p class="fine">${t.rich("review.leave-any-time", { organisation })}</p>`,
  });
}
