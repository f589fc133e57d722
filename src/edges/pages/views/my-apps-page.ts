import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { organisationMark, page } from "../layout/page.ts";
import { safeLink } from "../layout/safe-link.ts";
import { words } from "../words/words.ts";

export interface MyAppsView {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: { readonly displayName: string; readonly address: string };
  /** Set right after an invitation was accepted. */
  readonly justAccepted?: boolean | undefined;
  readonly applications: readonly {
    readonly displayName: string;
    readonly url: string;
    readonly logoUrl?: string | undefined;
  }[];
  readonly organisations: readonly {
    readonly displayName: string;
    readonly domain: string;
    readonly logoUrl?: string | undefined;
    readonly belongsAs: "member" | "guest";
    readonly current: boolean;
    readonly url: string;
  }[];
  /** Shown to those who may invite. */
  readonly inviteUrl?: string | undefined;
  /** Shown to those who manage identity providers. */
  readonly providersUrl?: string | undefined;
  /** These two to those who manage the flows by which people sign up. */
  readonly flowPreviewUrl?: string | undefined;
  readonly signUpApisUrl?: string | undefined;
  /** Shown to those for whose decision people wait. */
  readonly approvals?: { readonly count: number; readonly url: string } | undefined;
  /** Shown to those who have accepted some. */
  readonly termsUrl?: string | undefined;
  readonly allowedApplicationsUrl: string;
  readonly signInWaysUrl: string;
  readonly signOutAction?: string | undefined;
}

/** What can I open, and where do I belong? */
export function myAppsPage(view: MyAppsView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const invite = safeLink(view.inviteUrl);
  return page(view.frame, {
    title: t("my-apps.title"),
    wide: true,
    actingAs: {
      address: view.person.address,
      signOut: view.signOutAction && { csrf: view.csrf, action: view.signOutAction },
    },
    body: html`${view.justAccepted && notice("good", t.rich("my-apps.just-accepted", { organisation }))}
<section aria-labelledby="applications"><h2 id="applications">${t("my-apps.applications")}</h2>
${view.applications.length === 0 ? html`<p class="empty">${icon("layout-grid")}<span>${t.rich("my-apps.no-applications", { organisation })}</span></p>` : html`<ul class="tiles">${view.applications.map(applicationTile)}</ul>`}</section>
<section aria-labelledby="organisations"><h2 id="organisations">${t("my-apps.organisations")}</h2>
<ul class="rows">${view.organisations.map((each) => organisationRow(view, each))}</ul></section>
<div class="actions">${view.approvals && html`<a class="button secondary" href="${view.approvals.url}">${icon("inbox")}${t("my-apps.approvals", { count: view.approvals.count })}</a>`}
${invite && html`<a class="button secondary" href="${invite}">${icon("user-plus")}${t("my-apps.invite")}</a>`}
<a class="button secondary" href="${view.allowedApplicationsUrl}">${t("allowed.title")}</a>
${view.termsUrl && html`<a class="button secondary" href="${view.termsUrl}">${t("terms.mine")}</a>`}
<a class="button secondary" href="${view.signInWaysUrl}">${icon("shield-check")}${t("ways.title")}</a>
${view.providersUrl && html`<a class="button secondary" href="${view.providersUrl}">${icon("key-round")}${t("providers.title")}</a>`}
${view.flowPreviewUrl && html`<a class="button secondary" href="${view.flowPreviewUrl}">${icon("id-card")}${t("flow-preview.title")}</a>`}
${view.signUpApisUrl && html`<a class="button secondary" href="${view.signUpApisUrl}">${icon("plug")}${t("sign-up-apis.title")}</a>`}</div>`,
  });
}

function applicationTile(application: MyAppsView["applications"][number]): Html {
  const url = safeLink(application.url);
  const content = html`${organisationMark(application)}<span class="row-title"><bdi>${application.displayName}</bdi></span>${icon("arrow-right")}`;
  return html`<li>${url ? html`<a class="tile" href="${url}">${content}</a>` : html`<span class="tile">${content}</span>`}</li>`;
}

function organisationRow(view: MyAppsView, organisation: MyAppsView["organisations"][number]): Html {
  const t = words(view.frame.language);
  const content = html`${organisationMark(organisation)}<span class="row-words"><span class="row-title"><bdi>${organisation.displayName}</bdi></span>
<span class="row-note"><bdi>${organisation.domain}</bdi> · ${t(organisation.belongsAs === "guest" ? "my-apps.as-guest" : "my-apps.as-member")}${organisation.current && html` · ${t("my-apps.shown-now")}`}</span></span>`;
  const url = organisation.current ? undefined : safeLink(organisation.url);
  return html`<li class="row">${url ? html`<a class="row-main" href="${url}">${content}${icon("chevron-right")}</a>` : html`<span class="row-main" aria-current="true">${content}</span>`}</li>`;
}
