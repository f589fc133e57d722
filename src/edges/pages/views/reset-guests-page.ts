import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

interface AboutProvider {
  readonly frame: Frame;
  readonly address: string;
  readonly provider: string;
  readonly providersUrl: string;
}

export interface ResetGuestsView extends AboutProvider, FormTarget {
  readonly guests: number;
  /** Another number was agreed to than there are now. */
  readonly hasChanged: boolean;
}

/** Shall all guests of a provider accept anew? Posts `guests=NUMBER`, so that nobody agrees to more than was shown. */
export function resetGuestsPage(view: ResetGuestsView): Html {
  const t = words(view.frame.language);
  const { provider, guests: count } = view;
  return page(view.frame, {
    title: t("reset.title", { count, provider }),
    actingAs: { address: view.address },
    body: html`${view.hasChanged && notice("bad", t("reset.changed"))}
<p class="lead">${t("reset.lead")}</p>
${postForm(
  { ...view, hidden: { ...view.hidden, guests: String(count) } },
  html`<div class="actions"><button class="primary">${t("reset.confirm", { count })}</button>
<a class="button secondary" href="${view.providersUrl}">${t("form.cancel")}</a></div>`,
)}`,
  });
}

export interface GuestsResetView extends AboutProvider {
  readonly done: number;
  /** Who was not reset, by name. */
  readonly left: readonly string[];
}

/** What became of them. */
export function guestsResetPage(view: GuestsResetView): Html {
  const t = words(view.frame.language);
  const { done, left } = view;
  return page(view.frame, {
    title: view.provider,
    actingAs: { address: view.address },
    body: html`${(done > 0 || left.length === 0) && notice("good", t("reset.done", { count: done }))}
${
  left.length > 0 &&
  html`${notice("bad", t("reset.left", { count: left.length }))}
<ul>${left.map((name) => html`<li><bdi>${name}</bdi></li>`)}</ul>`
}
<div class="actions"><a class="button primary" href="${view.providersUrl}">${t("providers.back")}</a></div>`,
  });
}
