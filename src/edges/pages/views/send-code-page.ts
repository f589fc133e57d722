import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { wordsOf } from "../words/words.ts";
import { changeAddress } from "./change-address.ts";

export interface SendCodeView extends FormTarget {
  readonly frame: Frame;
  /** As it may be shown here: in full to who typed it, masked to who only followed a link. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly application?: NamedApplication | undefined;
  readonly otherWayUrl?: string | undefined;
  /** Where *Use another address* is posted to, with the same `csrf`. */
  readonly changeAddressAction?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Shall we mail you a code? */
export function sendCodePage(view: SendCodeView): Html {
  const t = wordsOf(view.frame);
  const otherWay = safeLink(view.otherWayUrl);
  return page(view.frame, {
    title: t("send-code.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`${view.application && html`<p class="lead">${t.rich("sign-in.to-application", { application: html`<strong>${view.application.displayName}</strong>` })}</p>`}
<p>${t.rich("send-code.explanation", { address: html`<strong>${view.address}</strong>` })}</p>
${view.error && notice("bad", view.error.text)}
${postForm(view, html`<div class="actions"><button class="primary">${t("form.send-code")}</button></div>`)}
${otherWay && html`<p class="quiet-line"><a href="${otherWay}">${t("form.use-another-way")}</a></p>`}
${changeAddress(view)}`,
  });
}
