import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface AcceptedTermsView {
  readonly frame: Frame;
  readonly address: string;
  readonly terms: readonly { readonly name: string; readonly acceptedAt: Date; readonly url: string }[];
  readonly myAppsUrl: string;
}

/** What did I accept here, and what does it say? */
export function acceptedTermsPage(view: AcceptedTermsView): Html {
  const { language, organisation } = view.frame;
  const t = words(language);
  const row = ({ name, acceptedAt, url }: AcceptedTermsView["terms"][number]) =>
    html`<li class="row"><a class="row-main" href="${url}" target="_blank" rel="noopener"><span class="row-words"><span class="row-title"><bdi>${name}</bdi></span>
<span class="row-note">${t.rich("terms.accepted-on", { date: moment(language, acceptedAt, "date") })}</span></span>${icon("chevron-right")}</a></li>`;
  return page(view.frame, {
    title: t("terms.mine"),
    actingAs: { address: view.address },
    body: html`${
      view.terms.length === 0
        ? html`<p class="lead">${t("terms.none", { organisation: organisation?.displayName ?? "Guesthouse" })}</p>`
        : html`<ul class="rows">${view.terms.map(row)}</ul>`
    }
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("my-apps.title")}</a></div>`,
  });
}
