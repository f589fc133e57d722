import { html } from "hono/html";
import type { ConnectionFinding } from "../../../domain/federation/rules/connection-check.ts";
import { checkWords } from "../../shared/check-words/check-words.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

interface OutcomeLook {
  readonly icon: IconName;
  readonly mood: string;
  readonly text: PlainMessageKey;
}

const looks: Readonly<Record<ConnectionFinding["outcome"], OutcomeLook>> = {
  passed: { icon: "circle-check", mood: "good", text: "report.passed" },
  failed: { icon: "circle-alert", mood: "bad", text: "report.failed" },
  "not-run": { icon: "clock", mood: "calm", text: "report.not-run" },
};

/** Every check in order, with what was found, and how the failed one is mended. */
export function findingList(frame: Frame, findings: readonly ConnectionFinding[]): Html {
  return html`<ol class="forecasts findings">${findings.map((finding) => findingRow(frame, finding))}</ol>`;
}

function findingRow(frame: Frame, { check, outcome, detail }: ConnectionFinding): Html {
  const t = words(frame.language);
  const { title, remedy } = checkWords[frame.language][check];
  const look = looks[outcome];
  return html`<li class="${look.mood}">${icon(look.icon)}<div><p>${outcome !== "not-run" && html`<span class="visually-hidden">${t(look.text)}: </span>`}<strong>${title}</strong></p>
${outcome === "not-run" && html`<p class="row-note">${t(look.text)}</p>`}
${detail && html`<p class="row-note finding"><bdi>${detail}</bdi></p>`}
${outcome === "failed" && html`<p>${t("report.mend")}: ${remedy}</p>`}</div></li>`;
}
