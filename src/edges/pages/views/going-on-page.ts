import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface GoingOnView {
  readonly frame: Frame;
  readonly visited: { readonly displayName: string; readonly host: string };
  /**
   * The organisation's own address, verified. A link that is followed at once and no redirect: the policy of a page with
   * a form holds for every redirect behind it, and where the organisation leads its guests is not known here.
   */
  readonly continueUrl: string;
}

/** On to the organisation elsewhere. */
export function goingOnPage(view: GoingOnView): Html {
  const t = words(view.frame.language);
  const { displayName: organisation, host } = view.visited;
  return page(view.frame, {
    title: t("visit.going-on-title", { organisation }),
    scripts: ["go-at-once"],
    body: html`<p>${t.rich("visit.going-on", { host: html`<strong><bdi>${host}</bdi></strong>` })}</p>
<div class="actions"><a class="button primary" href="${view.continueUrl}" data-go-at-once>${t("form.continue")}</a></div>`,
  });
}
