import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface SignOutView extends FormTarget {
  readonly frame: Frame;
  readonly accounts: readonly {
    readonly accountId: string;
    readonly address: string;
    readonly displayName: string;
  }[];
}

/** Which account is to leave? Posts `account=ID`, `account=all` or `account=none`. */
export function signOutPage(view: SignOutView): Html {
  const t = words(view.frame.language);
  const several = view.accounts.length > 1;
  return page(view.frame, {
    title: t("sign-out.title"),
    body: html`<p class="lead">${t(several ? "sign-out.which" : "sign-out.sure")}</p>
${postForm(
  view,
  html`<ul class="rows">${view.accounts.map(
    (account) => html`<li class="row">
<button class="row-main" name="account" value="${account.accountId}">${icon("circle-user-round")}<span class="row-words">
<span class="row-title"><bdi>${account.displayName}</bdi></span>
<span class="row-note"><bdi>${account.address}</bdi></span></span></button></li>`,
  )}
${
  several &&
  html`<li class="row"><button class="row-main" name="account" value="all">${icon("log-out")}<span class="row-words"><span class="row-title">${t("sign-out.all")}</span></span></button></li>`
}</ul>
<div class="actions"><button class="secondary" name="account" value="none">${t("sign-out.stay")}</button></div>`,
)}`,
  });
}
