import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ApprovalsView {
  readonly frame: Frame;
  /** Of whoever decides. */
  readonly address: string;
  readonly requests: readonly {
    readonly displayName: string;
    readonly address: string;
    readonly application: string;
    readonly askedAt: Date;
    readonly url: string;
  }[];
  /** How many wait beside those. */
  readonly furtherCount: number;
  readonly myAppsUrl: string;
}

/** Who waits for my decision? */
export function approvalsPage(view: ApprovalsView): Html {
  const { language } = view.frame;
  const t = words(language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("approvals.title"),
    actingAs: { address: view.address },
    body: html`${
      view.requests.length === 0
        ? html`<p class="empty">${icon("inbox")}<span>${t("approvals.none")}</span></p>`
        : html`<p class="lead">${t.rich("approvals.lead", { organisation })}</p>
<ul class="rows">${view.requests.map(
            ({ displayName, address, application, askedAt, url }) =>
              html`<li class="row"><a class="row-main" href="${url}"><span class="row-words"><span class="row-title"><bdi>${displayName}</bdi></span>
<span class="row-note"><bdi>${address}</bdi> · <bdi>${application}</bdi> · ${moment(language, askedAt, "day")}</span></span>${icon("chevron-right")}</a></li>`,
          )}</ul>
${view.furtherCount > 0 && html`<p>${t("approvals.further", { count: view.furtherCount })}</p>`}`
    }
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("allowed.back")}</a></div>`,
  });
}
