import { html } from "hono/html";
import type { Translator } from "../words/words.ts";
import type { Html } from "./html.ts";
import { icon } from "./icons.ts";

/** Copies `text`; it appears where scripts run, so the text must also stand on the page. The page asks for the script "copy-button". */
export function copyButton(t: Translator, text: string, what?: string): Html {
  return html`<button type="button" class="quiet copy" hidden data-copy="${text}" data-copied="${t("form.copied")}">${icon("copy")}<span>${t("form.copy")}</span>${what && html`<span class="visually-hidden"> ${what}</span>`}</button>`;
}
