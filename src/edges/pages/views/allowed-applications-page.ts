import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { permissionWords, type ShownPermission } from "./permission-words.ts";

export interface AllowedApplication {
  readonly id: string;
  readonly displayName: string;
  readonly since: Date;
  readonly permissions: readonly ShownPermission[];
}

export interface AllowedApplicationsView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly applications: readonly AllowedApplication[];
  /** Taken back a moment ago. */
  readonly takenBack?: string | undefined;
  readonly myAppsUrl: string;
}

/** What did I let applications do, and shall it end? Posts `application=ID`. */
export function allowedApplicationsPage(view: AllowedApplicationsView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("allowed.title"),
    actingAs: { address: view.address },
    body: html`${view.takenBack && notice("good", t.rich("allowed.done", { application: view.takenBack }))}
${
  view.applications.length === 0
    ? html`<p class="empty">${icon("layout-grid")}<span>${t.rich("allowed.none", { organisation })}</span></p>`
    : html`<p class="lead">${t.rich("allowed.lead", { organisation })}</p>
${view.applications.map((application) => allowedApplication(view, application))}`
}
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("allowed.back")}</a></div>`,
  });
}

function allowedApplication(view: AllowedApplicationsView, application: AllowedApplication): Html {
  const t = words(view.frame.language);
  const { id, displayName, since, permissions } = application;
  return html`<section aria-labelledby="application-${id}"><h2 id="application-${id}"><bdi>${displayName}</bdi></h2>
<p class="row-note">${t.rich("allowed.since", { when: moment(view.frame.language, since, "day") })}</p>
<ul class="points">${permissions.map((permission) => html`<li>${icon("check")}<span>${permissionWords(t, permission)}</span></li>`)}</ul>
${postForm(
  { csrf: view.csrf, action: view.action, hidden: { application: id } },
  html`<button class="secondary" aria-label="${t("allowed.take-back-of", { application: displayName })}">${t("allowed.take-back")}</button>`,
)}</section>`;
}
