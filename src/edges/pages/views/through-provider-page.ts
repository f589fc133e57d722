import { html } from "hono/html";
import type { Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ThroughProviderView {
  readonly frame: Frame;
  readonly provider: string;
  /** As it may be shown here; see `SendCodeView`. */
  readonly address?: string | undefined;
  readonly notYouUrl: string;
  readonly application?: NamedApplication | undefined;
  /**
   * A page of ours that leads to the provider. A link and no form: the policy of a page with a form holds for every
   * redirect behind it, and where a provider sends people on its way is not known.
   */
  readonly continueUrl: string;
}

/** Who signs you in next. */
export function throughProviderPage(view: ThroughProviderView): Html {
  const t = words(view.frame.language);
  const provider = html`<strong>${view.provider}</strong>`;
  return page(view.frame, {
    title: t("through-provider.title", { provider: view.provider }),
    ...(view.address !== undefined && { actingAs: { address: view.address, notYouUrl: view.notYouUrl } }),
    body: html`${view.application && html`<p class="lead">${t.rich("sign-in.to-application", { application: html`<strong>${view.application.displayName}</strong>` })}</p>`}
<p>${t.rich("through-provider.explanation", { provider })}</p>
<div class="actions"><a class="button primary" href="${view.continueUrl}">${t("form.continue")}</a></div>
<p class="quiet-line"><a href="${view.notYouUrl}">${t("pick-account.another")}</a></p>`,
  });
}
