import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ConfirmArrivalView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl: string;
  readonly provider: string;
}

/** A provider sent somebody on its own: are you really them? Another site may have made the browser come here. */
export function confirmArrivalPage(view: ConfirmArrivalView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const { provider, address } = view;
  return page(view.frame, {
    title: t("arrival.title", { address }),
    actingAs: { address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${t.rich("arrival.lead", {
      provider: html`<strong><bdi>${provider}</bdi></strong>`,
      address: html`<strong><bdi>${address}</bdi></strong>`,
      organisation: html`<strong><bdi>${organisation}</bdi></strong>`,
    })}</p>
${notice("calm", t("arrival.only-if-yours", { provider }))}
${postForm(view, html`<div class="actions"><button class="primary">${t("form.continue")}</button></div>`)}`,
  });
}
