import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface SignInNeededView {
  readonly frame: Frame;
  readonly signInUrl: string;
  /** What the page behind is for; each has its own sentence. */
  readonly purpose: "invite" | "my-apps";
}

/** This page is for people who are signed in. */
export function signInNeededPage(view: SignInNeededView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("sign-in-needed.title"),
    body: html`<p class="lead">${t(view.purpose === "invite" ? "sign-in-needed.invite" : "sign-in-needed.my-apps")}</p>
<div class="actions"><a class="button primary" href="${view.signInUrl}">${t("form.sign-in")}</a></div>`,
  });
}
