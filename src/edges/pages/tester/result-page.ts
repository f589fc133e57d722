import { html } from "hono/html";
import { copyButton } from "../layout/copy-button.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { words } from "../words/words.ts";
import { adviceFor } from "./error-advice.ts";
import type { ExchangeReading, ReceivedToken } from "./exchange-reading.ts";
import { exchangeView, parameterTable } from "./exchange-view.ts";
import { drawToken, drawTokenClaims } from "./reading/draw-token.js";
import type { TokenReading } from "./reading/read-token.js";
import type { ReportedError } from "./rules/answer.ts";
import type { TokenCheck } from "./rules/check-token.ts";
import type { Exchange } from "./rules/exchange.ts";
import type { Parameter } from "./rules/more-parameters.ts";
import { involvesPerson, type TestSettings } from "./rules/test-settings.ts";
import type { Tester } from "./tester.ts";
import { testerFrame } from "./tester-frame.ts";
import { checkNames, testerWords as say, signatureNames, tokenNames } from "./tester-words.ts";
import { writeSketch } from "./write-sketch.ts";

export interface ResultView {
  readonly settings: TestSettings;
  readonly state: string;
  readonly exchange: Exchange;
  readonly reading: ExchangeReading;
  readonly link: string;
}

/** What a run came to: one sentence on top, then what to do next, the tokens, and everything that was sent. */
export function resultPage(tester: Tester, view: ResultView): Html {
  const { tokens, errors } = view.reading;
  const first = tokens.find((token) => token.reading !== undefined);
  return testerFrame(tester, {
    title: say.resultTitle,
    scripts: ["copy-button"],
    body: html`${errors.map(errorNotice)}
${first?.reading && notice("good", html`<strong>${first.reading.sentence}</strong>`)}
${errors.length === 0 && tokens.length === 0 && notice("calm", say.nothingCame)}
${nextSteps(view)}
${tokens.map((token) => tokenView(token, view, first))}
<h2>${say.exchange}</h2>
${exchangeView(view.exchange)}
${reproduction(view.link)}`,
  });
}

/** An answer whose request this browser does not know. */
export function strayAnswerPage(tester: Tester, parameters: readonly Parameter[]): Html {
  return testerFrame(tester, {
    title: say.answerTitle,
    body: html`${notice("bad", say.answerUnknown)}
<div class="actions"><a class="primary" href="${tester.address}">${say.newRequest}</a></div>
${parameterTable(parameters)}`,
  });
}

function errorNotice(error: ReportedError): Html {
  const advice = adviceFor(error.number, error.error);
  return html`<div class="notice bad" role="alert">${icon("circle-alert")}<div>
<p><strong>${error.number ? `AADSTS${error.number}` : error.error}</strong>${error.number && html` <code>${error.error}</code>`}</p>
<p class="error-description">${error.description}</p>
${advice && html`<p><strong>${say.whatToDo}:</strong> ${advice}</p>`}</div></div>`;
}

function nextSteps({ settings, state }: ResultView): Html {
  const again = (prompt: string, label: string): Html =>
    html`<form method="post" action="/tester/run"><input type="hidden" name="again" value="${state}"><input type="hidden" name="repeat" value="yes">
<input type="hidden" name="prompt" value="${prompt}"><button class="secondary">${label}</button></form>`;
  return html`<div class="actions next-steps"><a class="primary" href="/tester">${say.newRequest}</a>
${settings.flow !== "refresh" && again(settings.prompt, say.sameRequest)}
${involvesPerson(settings.flow) && html`${again("login", say.promptLogin)}${again("select_account", say.promptSelect)}`}</div>`;
}

function tokenView(token: ReceivedToken, { state }: ResultView, first: ReceivedToken | undefined): Html {
  const name = tokenNames[token.kind];
  return html`<section class="token"><h2>${name}</h2>
${token.checks.length > 0 && html`<ul class="checks" aria-label="${say.checks}">${token.checks.map(checkView)}</ul>`}
${token.reading ? claimsView(token.reading, token === first, first?.reading) : html`<p>${say.opaque}</p>`}
${
  token.kind === "refresh-token" &&
  html`<form method="post" action="/tester/prepare"><input type="hidden" name="again" value="${state}">
<input type="hidden" name="refresh_token" value="${token.text}"><button class="secondary">${icon("refresh-cw")}${say.prepareRefresh}</button></form>`
}
<details><summary>${say.raw}</summary><pre class="raw" tabindex="0"><code>${token.text}</code></pre>${copyButton(words("en"), token.text, name)}</details></section>`;
}

/** The first token lies open; its sentence stands on top of the page and is repeated for others only where they differ. */
function claimsView(reading: TokenReading, isFirst: boolean, first: TokenReading | undefined): Html {
  if (isFirst) return writeSketch(drawTokenClaims(reading));
  const isSaid = reading.sentence === first?.sentence;
  return html`<details><summary>${say.claims}</summary>${writeSketch(isSaid ? drawTokenClaims(reading) : drawToken(reading))}</details>`;
}

function checkView(check: TokenCheck): Html {
  const mark = { passed: "circle-check", failed: "circle-alert", unknown: "info" } as const;
  const mood = { passed: "good", failed: "bad", unknown: "calm" } as const;
  const told = check.signature
    ? `${checkNames.signature} ${signatureNames[check.signature]}`
    : checkNames[check.check];
  const failure = check.outcome === "failed" && check.expected ? `: expected ${check.expected}` : "";
  return html`<li class="check-${mood[check.outcome]}">${icon(mark[check.outcome])}<span>${check.outcome === "failed" && `${say.failed}: `}${told}${failure}</span></li>`;
}

function reproduction(link: string): Html {
  return html`<div class="field reproduction"><label for="link">${say.linkLabel}</label><p class="hint" id="link-hint">${say.linkHint}</p>
<span class="link-field"><input id="link" readonly value="${link}" aria-describedby="link-hint">${copyButton(words("en"), link, say.linkLabel)}</span></div>`;
}
