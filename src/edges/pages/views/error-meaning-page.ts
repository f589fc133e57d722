import { html } from "hono/html";
import type { ErrorRemedy } from "../../shared/error-remedy.ts";
import { textField } from "../layout/form.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

export interface ErrorMeaningView {
  readonly frame: Frame;
  /** The number behind `AADSTS`; empty when none was asked for. */
  readonly code: string;
  /** The sentence for developers, in English; undefined for a number that is not used here. */
  readonly meaning: string | undefined;
  /** What somebody who met the error can do. */
  readonly remedy: ErrorRemedy | undefined;
}

const remedyTexts: Readonly<Record<ErrorRemedy, PlainMessageKey>> = {
  "sign-in-again": "meaning.remedy.sign-in-again",
  "other-account": "meaning.remedy.other-account",
  "account-off": "meaning.remedy.account-off",
  "accept-invitation": "meaning.remedy.accept-invitation",
  "ask-access": "meaning.remedy.ask-access",
  agree: "meaning.remedy.agree",
  "said-no": "meaning.remedy.said-no",
  "application-off": "meaning.remedy.application-off",
  wait: "meaning.remedy.wait",
  "check-address": "meaning.remedy.check-address",
  device: "meaning.remedy.device",
  "fix-application": "meaning.remedy.fix-application",
};

/** What does this number mean? Asks for `code` by GET. */
export function errorMeaningPage(view: ErrorMeaningView): Html {
  const t = words(view.frame.language);
  const isKnown = view.meaning !== undefined;
  return page(view.frame, {
    title: isKnown ? t("meaning.title", { code: view.code }) : t("meaning.title-plain"),
    body: html`${isKnown && meaning(view)}
<form method="get" action="/error">${textField({
      name: "code",
      label: t("meaning.number"),
      hint: t("meaning.lead"),
      value: view.code,
      autocomplete: "off",
      inputmode: "numeric",
      required: true,
      maxLength: 9,
      error: view.code !== "" && !isKnown ? t("meaning.unknown") : undefined,
    })}
<div class="actions"><button class="${isKnown ? "secondary" : "primary"}">${t("meaning.look-up")}</button></div></form>`,
  });
}

function meaning(view: ErrorMeaningView): Html {
  const t = words(view.frame.language);
  return html`${view.remedy && html`<p class="lead">${t(remedyTexts[view.remedy])}</p>`}
<p class="row-note">${t("meaning.in-english")}</p>
<p lang="en"><code>AADSTS${view.code}</code> ${view.meaning}</p>
<p>${t("meaning.todo")}</p>`;
}
