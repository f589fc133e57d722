import { html } from "hono/html";
import { textField } from "../layout/form.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ErrorMeaningView {
  readonly frame: Frame;
  /** The number behind `AADSTS`; empty when none was asked for. */
  readonly code: string;
  /** The sentence for developers, in English; undefined for a number that is not used here. */
  readonly meaning: string | undefined;
}

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
  return html`<p class="row-note">${view.frame.language !== "en" && t("meaning.in-english")}</p>
<p lang="en"><code>AADSTS${view.code}</code> ${view.meaning}</p>
<p>${t("meaning.todo")}</p>`;
}
