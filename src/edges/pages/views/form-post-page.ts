import { html } from "hono/html";
import type { Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface FormPostView {
  readonly frame: Frame;
  /** The verified redirect address; the content security policy of the answer must allow a form to go there. */
  readonly redirectUri: string;
  /** The parameters of the answer, sent as they are. */
  readonly fields: Readonly<Record<string, string>>;
  readonly application?: NamedApplication | undefined;
}

/** Hands the answer to the application by a form that sends itself (OAuth 2.0 Form Post Response Mode). */
export function formPostPage(view: FormPostView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("form-post.title"),
    scripts: ["submit-at-once"],
    body: html`<p class="lead">${
      view.application
        ? t.rich("form-post.to-application", {
            application: html`<strong>${view.application.displayName}</strong>`,
          })
        : t("form-post.lead")
    }</p>
<form method="post" action="${view.redirectUri}" data-submit-at-once>
${Object.entries(view.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions"><button class="primary">${t("form.continue")}</button></div></form>`,
  });
}
