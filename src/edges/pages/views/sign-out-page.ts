import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import type { AccountChoice } from "./pick-account-page.ts";

export interface SignOutView extends FormTarget {
  readonly frame: Frame;
  readonly accounts: readonly AccountChoice[];
}

/** Which account shall be signed out? Posts `account=ID` or `account=all`. */
export function signOutPage(view: SignOutView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("sign-out.title"),
    body: html`<p class="lead">${t("sign-out.lead")}</p>
${postForm(
  view,
  html`<ul class="rows">${view.accounts.map(
    (
      account,
    ) => html`<li class="row"><button class="row-main" name="account" value="${account.id}">${icon("circle-user-round")}<span class="row-words">
<span class="row-title"><bdi>${account.displayName ?? account.address}</bdi></span><span class="row-note"><bdi>${account.address}</bdi>${account.organisation && html` · <bdi>${account.organisation}</bdi>`}</span></span>${icon("log-out")}</button></li>`,
  )}</ul>
${view.accounts.length > 1 && html`<div class="actions"><button class="secondary" name="account" value="all">${t("sign-out.all")}</button></div>`}`,
)}`,
  });
}
