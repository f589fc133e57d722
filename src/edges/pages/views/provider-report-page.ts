import { html } from "hono/html";
import type { ConnectionFinding } from "../../../domain/federation/rules/connection-check.ts";
import { copyButton } from "../layout/copy-button.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { findingList } from "./finding-list.ts";

export interface ProviderReportView {
  readonly frame: Frame;
  readonly address: string;
  readonly provider: string;
  readonly findings: readonly ConnectionFinding[];
  /** The link that is good once; it is shown on this page and never again. */
  readonly trial: { readonly url: string; readonly expiresAt: Date };
  readonly providersUrl: string;
}

/** What is right and wrong with a provider, as far as that shows without a person, and the way to the rest. */
export function providerReportPage(view: ProviderReportView): Html {
  const { frame, provider, findings, trial } = view;
  const t = words(frame.language);
  const count = findings.filter(({ outcome }) => outcome === "failed").length;
  const linkName = t("report.link");
  return page(frame, {
    title: t("report.title", { provider }),
    actingAs: { address: view.address },
    scripts: ["copy-button"],
    body: html`${count === 0 ? notice("good", t("report.good")) : notice("bad", t("report.bad", { count }))}
${findingList(frame, findings)}
<p>${t.rich("report.try-lead", { provider, when: moment(frame.language, trial.expiresAt, "time") })}</p>
<p class="link-field"><input readonly value="${trial.url}" aria-label="${linkName}" dir="ltr">${copyButton(t, trial.url, linkName)}</p>
<div class="actions"><a class="button primary" href="${trial.url}">${t("report.try-open")}</a>
<a class="button secondary" href="${view.providersUrl}">${t("providers.back")}</a></div>`,
  });
}
