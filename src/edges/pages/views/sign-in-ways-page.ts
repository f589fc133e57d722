import { html } from "hono/html";
import { errorOf, errorSummary, postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";
import { appCodeField } from "./app-code-page.ts";

export interface SignInWaysView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  /** Since when the person has an authenticator app for the organisation, if they have one. */
  readonly appSince: Date | undefined;
  /** What has become of it a moment ago. */
  readonly done?: "added" | "removed" | undefined;
  readonly code?: string | undefined;
  readonly error?: FormError | undefined;
  readonly myAppsUrl: string;
}

/** How do I sign in, and shall it change? Posts `wish`: `set-up`, or with `code` `replace` or `remove`. */
export function signInWaysPage(view: SignInWaysView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("ways.title"),
    actingAs: { address: view.address },
    body: html`${view.done && notice("good", t.rich(view.done === "added" ? "ways.added" : "ways.removed", { organisation }))}
<section aria-labelledby="app"><h2 id="app">${t("ways.app")}</h2>
${view.appSince ? ownApp(view, organisation, view.appSince) : noApp(view, organisation)}</section>
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("allowed.back")}</a></div>`,
  });
}

function noApp(view: SignInWaysView, organisation: string): Html {
  const t = words(view.frame.language);
  return html`<p class="empty">${icon("shield-check")}<span>${t.rich("ways.none", { organisation })}</span></p>
<p>${t("authenticator.why-own")} ${t("authenticator.need-app")}</p>
${postForm(view, html`<div class="actions"><button class="primary" name="wish" value="set-up">${t("ways.set-up")}</button></div>`)}`;
}

function ownApp(view: SignInWaysView, organisation: string, since: Date): Html {
  const t = words(view.frame.language);
  return html`<p>${t.rich("ways.since", { when: moment(view.frame.language, since, "day") })}</p>
<p>${t.rich("ways.change", { organisation })}</p>
${errorSummary(t, [view.error], ["code"])}
${postForm(
  view,
  html`${appCodeField(t, { code: view.code, error: errorOf([view.error], "code"), focus: false })}
<div class="actions"><button class="primary" name="wish" value="replace">${t("ways.replace")}</button>
<button class="secondary" name="wish" value="remove">${t("ways.remove")}</button></div>`,
)}`;
}
