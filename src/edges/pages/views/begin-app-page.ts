import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface BeginAppView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
}

/** The organisation asks for a second proof: will you set it up? Posts nothing but the wish. */
export function beginAppPage(view: BeginAppView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("authenticator.set-up-title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("authenticator.why", { organisation })}</p>
<p>${t("authenticator.need-app")}</p>
${postForm(view, html`<div class="actions"><button class="primary">${t("form.continue")}</button></div>`)}`,
  });
}
