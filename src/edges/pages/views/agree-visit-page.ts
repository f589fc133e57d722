import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface AgreeVisitView extends FormTarget {
  /** Of the person's own organisation. */
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** The organisation elsewhere: its host is certain, its name is what it calls itself. */
  readonly visited: { readonly displayName: string; readonly host: string };
}

/** May this organisation on another deployment learn who you are? Posts `decision=accept` or `decision=cancel`. */
export function agreeVisitPage(view: AgreeVisitView): Html {
  const t = words(view.frame.language);
  const { displayName: organisation, host } = view.visited;
  const home = view.frame.organisation?.displayName ?? "Guesthouse";
  const points: [IconName, string][] = [
    ["id-card", t("visit.learns", { home })],
    ["key-round", t("visit.password-stays", { home })],
  ];
  return page(view.frame, {
    title: t("visit.title", { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("visit.lead", { organisation: html`<strong><bdi>${organisation}</bdi></strong>`, host: html`<strong><bdi>${host}</bdi></strong>` })}</p>
<ul class="points">${points.map(([name, text]) => html`<li>${icon(name)}<span>${text}</span></li>`)}</ul>
${notice("calm", t("visit.check-host", { host }))}
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${t("form.continue")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}`,
  });
}
