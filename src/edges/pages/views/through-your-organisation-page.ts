import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { organisationMark, page } from "../layout/page.ts";
import { words } from "../words/words.ts";

export interface ThroughYourOrganisationView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** The organisation where the person signs in next. */
  readonly home: {
    readonly displayName: string;
    readonly domain: string;
    readonly logoUrl?: string | undefined;
  };
  readonly application?: NamedApplication | undefined;
}

/** Your own organisation signs you in next. */
export function throughYourOrganisationPage(view: ThroughYourOrganisationView): Html {
  const t = words(view.frame.language);
  const asking = view.application?.displayName ?? view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("through-organisation.title", { home: view.home.displayName }),
    heading: t.rich("through-organisation.title", { home: view.home.displayName }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    body: html`<p>${t.rich("through-organisation.explanation", { home: html`<strong>${view.home.displayName}</strong>`, asking: html`<strong>${asking}</strong>` })}</p>
<p class="row plain">${organisationMark(view.home)}<span class="row-words"><span class="row-title"><bdi>${view.home.displayName}</bdi></span><span class="row-note"><bdi>${view.home.domain}</bdi></span></span></p>
<p class="fine">${t("through-organisation.password-stays")}</p>
${postForm(view, html`<div class="actions"><button class="primary">${t("form.continue")}</button></div>`)}`,
  });
}
