import { html } from "hono/html";
import type { ConnectorStep } from "../../../domain/signup/rules/api-connector.ts";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { type PlainMessageKey, type Translator, words } from "../words/words.ts";

export interface ShownCall {
  readonly callId: string;
  /** Null: a sample. */
  readonly flowName: string | null;
  readonly step: ConnectorStep;
  readonly occurredAt: Date;
  readonly attempts: number;
  readonly durationMilliseconds: number;
  readonly outcome: "continue" | "block" | "validation-error" | "failed";
  readonly reason: string | null;
  readonly status: number | null;
  /** With secrets masked. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: string | null;
}

export interface ShownApi {
  readonly id: string;
  readonly displayName: string;
  /** With keys masked. */
  readonly address: string;
  readonly suspendedUntil: Date | undefined;
  /** The newest first. */
  readonly calls: readonly ShownCall[];
}

export interface SignUpApisView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly apis: readonly ShownApi[];
  readonly myAppsUrl: string;
}

const stepWords: Readonly<Record<ConnectorStep, PlainMessageKey>> = {
  "after-proof": "sign-up-apis.after-proof",
  "before-creation": "sign-up-apis.before-creation",
};

const outcomeLooks: Readonly<
  Record<
    ShownCall["outcome"],
    { readonly icon: IconName; readonly mood: string; readonly text: PlainMessageKey }
  >
> = {
  continue: { icon: "circle-check", mood: "good", text: "sign-up-apis.continue" },
  block: { icon: "circle-minus", mood: "calm", text: "sign-up-apis.block" },
  "validation-error": { icon: "circle-minus", mood: "calm", text: "sign-up-apis.validation-error" },
  failed: { icon: "circle-alert", mood: "bad", text: "sign-up-apis.failed" },
};

/** Which APIs does the organisation have sign-ups ask, and what do they answer? Posts `api=ID&step=STEP`. */
export function signUpApisPage(view: SignUpApisView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("sign-up-apis.title"),
    actingAs: { address: view.address },
    body: html`${
      view.apis.length === 0
        ? html`<p class="empty">${icon("plug")}<span>${t.rich("sign-up-apis.none", { organisation })}</span></p>`
        : html`<p class="lead">${t.rich("sign-up-apis.lead", { organisation })}</p>
${view.apis.map((api) => apiSection(view, t, api))}`
    }
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("allowed.back")}</a></div>`,
  });
}

function apiSection(view: SignUpApisView, t: Translator, api: ShownApi): Html {
  const { id, displayName, address, suspendedUntil, calls } = api;
  const state = suspendedUntil
    ? t.rich("sign-up-apis.suspended", { when: moment(view.frame.language, suspendedUntil, "time") })
    : t("sign-up-apis.asked");
  return html`<section id="api-${id}" aria-labelledby="api-${id}-name"><h2 id="api-${id}-name"><bdi>${displayName}</bdi></h2>
<dl class="facts"><div><dt>${t("sign-up-apis.address")}</dt><dd class="finding"><bdi>${address}</bdi></dd></div>
<div><dt>${t("sign-up-apis.state")}</dt><dd>${state}</dd></div></dl>
<p>${t("sign-up-apis.sample-lead")}</p>
${postForm(
  { csrf: view.csrf, action: view.action, hidden: { api: id } },
  html`<div class="actions">${(Object.keys(stepWords) as ConnectorStep[]).map(
    (step) => html`<button class="secondary" name="step" value="${step}">${t(stepWords[step])}</button>`,
  )}</div>`,
)}
<h3>${t("sign-up-apis.calls")}</h3>
${calls.length === 0 ? html`<p class="row-note">${t("sign-up-apis.no-calls")}</p>` : html`<ol class="forecasts findings">${calls.map((call) => callRow(view.frame, t, call))}</ol>`}</section>`;
}

function callRow(frame: Frame, t: Translator, call: ShownCall): Html {
  const look = outcomeLooks[call.outcome];
  const about = call.flowName === null ? t("sign-up-apis.sample") : html`<bdi>${call.flowName}</bdi>`;
  const took = t("sign-up-apis.took", { milliseconds: call.durationMilliseconds, count: call.attempts });
  const details: readonly (readonly [PlainMessageKey, string])[] = [
    ["sign-up-apis.request", JSON.stringify(call.request, null, 2)],
    ["sign-up-apis.answer", [call.status, call.answer].filter((part) => part !== null).join("\n")],
  ];
  return html`<li class="${look.mood}">${icon(look.icon)}<div><p><strong>${t(look.text)}</strong></p>
<p class="row-note">${moment(frame.language, call.occurredAt, "date-time")} · ${about} · ${t(stepWords[call.step])} · ${took}</p>
${call.reason && html`<p class="row-note finding"><bdi>${call.reason}</bdi></p>`}
<details><summary>${t("sign-up-apis.details")}</summary>${details.map(
    ([title, text]) =>
      html`<h4>${t(title)}</h4><pre class="verbatim" dir="ltr" tabindex="0">${text || t("sign-up-apis.nothing")}</pre>`,
  )}</details></div></li>`;
}
