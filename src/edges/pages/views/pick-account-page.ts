import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface AccountChoice {
  /** Comes back as the value of `account` or `signOut`. */
  readonly id: string;
  readonly address: string;
  readonly displayName?: string | undefined;
  /** The home organisation, by name. */
  readonly organisation?: string | undefined;
  readonly signedIn: boolean;
}

export interface PickAccountView extends FormTarget {
  readonly frame: Frame;
  readonly application?: NamedApplication | undefined;
  readonly accounts: readonly AccountChoice[];
  readonly error?: FormError | undefined;
}

/** Which of your accounts? Posts `account=ID`, `account=another` or `signOut=ID`. */
export function pickAccountPage(view: PickAccountView): Html {
  const t = words(view.frame.language);
  const row = (account: AccountChoice): Html => html`<li class="row">
<button class="row-main" name="account" value="${account.id}">${icon("circle-user-round")}<span class="row-words">
${account.displayName && html`<span class="row-title"><bdi>${account.displayName}</bdi></span>`}
<span class="${account.displayName ? "row-note" : "row-title"}"><bdi>${account.address}</bdi></span>
<span class="row-note">${account.organisation && html`<bdi>${account.organisation}</bdi> · `}${t(account.signedIn ? "pick-account.signed-in" : "pick-account.signed-out")}</span></span></button>
${
  account.signedIn &&
  html`<button class="quiet row-side" name="signOut" value="${account.id}">${icon("log-out")}<span class="visually-hidden">${t("pick-account.sign-out-of", { address: account.address })}</span></button>`
}</li>`;
  return page(view.frame, {
    title: t("pick-account.title"),
    body: html`${view.application && html`<p class="lead">${t.rich("sign-in.to-application", { application: html`<strong>${view.application.displayName}</strong>` })}</p>`}
${view.error && notice("bad", view.error.text)}
${postForm(
  view,
  html`<ul class="rows">${view.accounts.map(row)}
<li class="row"><button class="row-main" name="account" value="another">${icon("user-plus")}<span class="row-words"><span class="row-title">${t("pick-account.another")}</span></span></button></li></ul>`,
)}`,
  });
}
