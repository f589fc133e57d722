import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface AcceptTermsView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly document: {
    readonly name: string;
    readonly language: string;
    readonly since: Date;
    /** Where a browser shows it. */
    readonly url: string;
    /** What it says, where it is text. */
    readonly text: string | undefined;
  };
  /** It has to be opened before it can be accepted, and is not yet. */
  readonly mustOpen: boolean;
  readonly error?: FormError | undefined;
}

/** The document an organisation wants accepted. Posts `decision=accept`, `decline`, or `open` to have it shown first. */
export function acceptTermsPage(view: AcceptTermsView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const { name, since, url } = view.document;
  return page(view.frame, {
    asksConsent: true,
    wide: !view.mustOpen,
    title: t("terms.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("terms.lead", { organisation: html`<strong>${organisation}</strong>` })}</p>
${view.error && notice("bad", view.error.text)}
<h2><bdi>${name}</bdi></h2>
<p class="fine">${t.rich("terms.since", { date: moment(view.frame.language, since, "date") })}</p>
${view.mustOpen ? html`<p>${t("terms.open-first")}</p>` : shownDocument(view)}
${!view.mustOpen && html`<p class="fine"><a href="${url}" target="_blank" rel="noopener">${t("terms.open-apart")}</a> · <a href="${url}?download">${t("terms.download")}</a></p>`}
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="${view.mustOpen ? "open" : "accept"}">${t(view.mustOpen ? "terms.open" : "form.accept")}</button>
<button class="secondary" name="decision" value="decline">${t("terms.decline")}</button></div>`,
)}`,
  });
}

function shownDocument({ document: { name, text, url, language } }: AcceptTermsView): Html {
  return text === undefined
    ? html`<iframe class="document" src="${url}" title="${name}"></iframe>`
    : html`<div class="document" role="region" tabindex="0" aria-label="${name}" lang="${language}" dir="auto">${text}</div>`;
}
