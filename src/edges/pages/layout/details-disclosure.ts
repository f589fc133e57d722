import { html } from "hono/html";
import { words } from "../words/words.ts";
import { copyButton } from "./copy-button.ts";
import type { Frame } from "./frame.ts";
import type { Html } from "./html.ts";

/** What an administrator needs to find an error again. */
export interface ErrorDetails {
  /** For instance `AADSTS50020`; the number can be looked up. */
  readonly code?: string | undefined;
  readonly time: Date;
  readonly correlationId?: string | undefined;
  readonly traceId?: string | undefined;
  /** The sentence the application would see; technical and in English. */
  readonly description?: string | undefined;
}

/** Closed at first; the page asks for the script "copy-button". */
export function detailsDisclosure(frame: Frame, details: ErrorDetails): Html {
  const t = words(frame.language);
  const rows: [string, string | undefined][] = [
    [t("details.code"), details.code],
    [t("details.description"), details.description],
    [t("details.time"), details.time.toISOString()],
    [t("details.correlation-id"), details.correlationId],
    [t("details.trace-id"), details.traceId],
  ];
  const present = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
  const text = present.map(([label, value]) => `${label}: ${value}`).join("\n");
  const number = /^AADSTS(\d+)$/.exec(details.code ?? "")?.[1];
  return html`<details class="details"><summary>${t("details.summary")}</summary>
<p class="hint">${t("details.what-for")}</p>
<dl class="facts">${present.map(([label, value]) => html`<div><dt>${label}</dt><dd><code dir="ltr">${value}</code></dd></div>`)}</dl>
<div class="quiet-line">${copyButton(t, text)}${number && html`<a href="/error?code=${number}">${t("details.look-up")}</a>`}</div></details>`;
}
