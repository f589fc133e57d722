import { html } from "hono/html";
import { errorSummary, postForm, textField } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { wordsOf } from "../words/words.ts";
import { changeAddress } from "./change-address.ts";

export interface CodeView extends FormTarget {
  readonly frame: Frame;
  /** As it may be shown here; see `SendCodeView`. */
  readonly address: string;
  readonly validUntil: Date;
  readonly notYouUrl?: string | undefined;
  readonly otherWayUrl?: string | undefined;
  /** Where *Use another address* is posted to, with the same `csrf`. */
  readonly changeAddressAction?: string | undefined;
  /** Where *Send again* is posted to, with the same `csrf` and `hidden`. */
  readonly sendAgainAction: string;
  readonly sendAgainAfterSeconds: number;
  /** A further code has just been mailed at the person's wish. */
  readonly sentAgain?: boolean | undefined;
  /** The code as typed, to be corrected. */
  readonly code?: string | undefined;
  readonly error?: FormError | undefined;
}

/** Which code did you get? Posts `code`. */
export function codePage(view: CodeView): Html {
  const t = wordsOf(view.frame);
  const otherWay = safeLink(view.otherWayUrl);
  return page(view.frame, {
    title: t("code.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    scripts: ["count-down"],
    body: html`${view.sentAgain && notice("good", t("code.sent-again"))}
<p>${t.rich("code.explanation", { address: html`<strong>${view.address}</strong>`, time: moment(view.frame.language, view.validUntil, "time") })}</p>
${errorSummary(t, [view.error], ["code"])}
${postForm(
  view,
  html`${textField({
    name: "code",
    label: t("form.code"),
    hint: t("code.hint"),
    value: view.code,
    autocomplete: "one-time-code",
    inputmode: "numeric",
    look: "code",
    required: true,
    focus: true,
    maxLength: 20,
    error: view.error?.field === "code" ? view.error.text : undefined,
  })}
<div class="actions"><button class="primary">${t("form.verify")}</button></div>`,
)}
<div class="quiet-line">${postForm(
      { csrf: view.csrf, action: view.sendAgainAction, hidden: view.hidden },
      html`<button class="link" data-count-down="${view.sendAgainAfterSeconds}" data-counting="${t("code.send-again-in", { seconds: "%" })}">${t("code.send-again")}</button>`,
    )}
${otherWay && html`<a href="${otherWay}">${t("form.use-another-way")}</a>`}
${changeAddress(view)}</div>
<p class="fine">${t("code.nothing-came")}</p>`,
  });
}
