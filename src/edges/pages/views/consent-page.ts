import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

export interface RequestedPermission {
  /** The scope as requested; well-known ones are explained in the page's language. */
  readonly scope: string;
  /** What the owner of any other scope says about it. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

export interface ConsentView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly application: NamedApplication;
  /** The organisation that registered the application. */
  readonly publisher?: { readonly displayName: string; readonly domain: string } | undefined;
  readonly permissions: readonly RequestedPermission[];
  /** An administrator accepts for everybody of the organisation. */
  readonly forEverybody?: boolean | undefined;
  readonly error?: FormError | undefined;
}

const explainedScopes: Readonly<Record<string, PlainMessageKey>> = {
  openid: "consent.openid",
  profile: "consent.profile",
  email: "consent.email",
  offline_access: "consent.offline-access",
  "User.Read": "consent.user-read",
  "User.ReadBasic.All": "consent.user-read-basic-all",
  "User.Read.All": "consent.user-read-all",
  "User.Invite.All": "consent.user-invite-all",
};

/** May this application do that as you? Posts `decision=accept` or `decision=cancel`. */
export function consentPage(view: ConsentView): Html {
  const t = words(view.frame.language);
  const application = html`<strong>${view.application.displayName}</strong>`;
  const permission = ({ scope, title, description }: RequestedPermission): Html => {
    const known = explainedScopes[scope];
    return html`<li>${icon("check")}<span>${known ? t(known) : html`<bdi>${title ?? scope}</bdi>${description && html`<br><span class="row-note"><bdi>${description}</bdi></span>`}`}</span></li>`;
  };
  return page(view.frame, {
    title: t("consent.title"),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p class="lead">${
      view.forEverybody
        ? t.rich("consent.lead-for-everybody", {
            application,
            organisation: view.frame.organisation?.displayName ?? "Guesthouse",
          })
        : t.rich("consent.lead", { application })
    }</p>
<p class="row-note">${view.publisher ? t.rich("consent.published-by", { publisher: view.publisher.displayName, domain: view.publisher.domain }) : t("consent.publisher-unknown")}</p>
${view.error && notice("bad", view.error.text)}
<ul class="points">${view.permissions.map(permission)}</ul>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${t("form.accept")}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}
<p class="fine">${t("consent.only-if-trusted")}</p>`,
  });
}
