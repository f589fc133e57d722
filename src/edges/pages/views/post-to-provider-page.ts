import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface PostToProviderView {
  readonly frame: Frame;
  readonly provider: string;
  /** The provider's address; the content security policy of the answer must allow a form to go there. */
  readonly location: string;
  /** The request, sent as it is. */
  readonly form: Readonly<Record<string, string>>;
}

/** Hands the request to the provider by a form that sends itself, or is sent by hand (SAML Bindings section 3.5). */
export function postToProviderPage(view: PostToProviderView): Html {
  const t = words(view.frame.language);
  return page(view.frame, {
    title: t("through-provider.title", { provider: view.provider }),
    scripts: ["submit-at-once"],
    body: html`<p>${t.rich("through-provider.explanation", { provider: html`<strong>${view.provider}</strong>` })}</p>
<form method="post" action="${view.location}" data-submit-at-once>
${Object.entries(view.form).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions"><button class="primary">${t("form.continue")}</button></div></form>`,
  });
}
