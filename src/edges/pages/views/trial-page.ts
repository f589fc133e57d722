import { html } from "hono/html";
import type { ConnectionFinding } from "../../../domain/federation/rules/connection-check.ts";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { findingList } from "./finding-list.ts";

interface TrialView {
  readonly frame: Frame;
  readonly provider: string;
}

/** Shall a sign-in be tried? Opening the page begins nothing. */
export function trialPage(view: TrialView & FormTarget): Html {
  const { frame, provider } = view;
  const t = words(frame.language);
  const organisation = frame.organisation?.displayName ?? "Guesthouse";
  return page(frame, {
    title: t("trial.title", { provider }),
    body: html`<p class="lead">${t.rich("trial.lead", { organisation, provider })}</p>
<ul class="points"><li>${icon("test-tube-diagonal")}<span>${t.rich("trial.explained", { provider })}</span></li>
<li>${icon("id-card")}<span>${t.rich("trial.seen", { organisation, provider })}</span></li></ul>
${postForm(view, html`<div class="actions"><button class="primary">${t("trial.begin")}</button></div>`)}`,
  });
}

/** The way to the provider: a link and no form, as on the page of a sign-in. */
export function trialUnderWayPage(view: TrialView & { readonly continueUrl: string }): Html {
  const { frame, provider } = view;
  const t = words(frame.language);
  return page(frame, {
    title: t("trial.title", { provider }),
    body: html`<p>${t.rich("trial.go-lead", { provider })}</p>
<div class="actions"><a class="button primary" href="${view.continueUrl}">${t("form.continue")}</a></div>`,
  });
}

/** What came from the provider, check by check. */
export function trialResultPage(view: TrialView & { readonly findings: readonly ConnectionFinding[] }): Html {
  const { frame, provider, findings } = view;
  const t = words(frame.language);
  const isGood = findings.every(({ outcome }) => outcome !== "failed");
  return page(frame, {
    title: t("report.title", { provider }),
    body: html`${isGood ? notice("good", t("trial.result-good", { provider })) : notice("bad", t("trial.result-bad", { provider }))}
${findingList(frame, findings)}`,
  });
}
