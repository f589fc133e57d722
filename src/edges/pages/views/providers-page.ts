import { html } from "hono/html";
import type { ConnectionCheck } from "../../../domain/federation/rules/connection-check.ts";
import { checkWords } from "../../shared/check-words/check-words.ts";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { icon } from "../layout/icons.ts";
import { moment } from "../layout/moment.ts";
import { page } from "../layout/page.ts";
import { type Translator, words } from "../words/words.ts";

export interface ShownProvider {
  readonly id: string;
  readonly displayName: string;
  readonly kind: string;
  readonly issuer: string;
  readonly domains: readonly string[];
  readonly isEnabled: boolean;
  /** How many guests accepted with it. */
  readonly guests: number;
  /** Where these are reset, for somebody who may. */
  readonly resetUrl?: string | undefined;
  /** How the last sign-in ended that was tried with it. */
  readonly lastTrial?: { readonly when: Date; readonly failed?: ConnectionCheck | undefined } | undefined;
}

export interface ProvidersView extends FormTarget {
  readonly frame: Frame;
  readonly address: string;
  readonly providers: readonly ShownProvider[];
  readonly myAppsUrl: string;
}

/** Which identity providers does the organisation trust, and do they work? Posts `provider=ID`. */
export function providersPage(view: ProvidersView): Html {
  const t = words(view.frame.language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  return page(view.frame, {
    title: t("providers.title"),
    actingAs: { address: view.address },
    body: html`${
      view.providers.length === 0
        ? html`<p class="empty">${icon("key-round")}<span>${t.rich("providers.none", { organisation })}</span></p>`
        : html`<p class="lead">${t.rich("providers.lead", { organisation })}</p>
${view.providers.map((provider) => providerSection(view, t, provider))}`
    }
<div class="actions"><a class="button secondary" href="${view.myAppsUrl}">${t("allowed.back")}</a></div>`,
  });
}

function providerSection(view: ProvidersView, t: Translator, provider: ShownProvider): Html {
  const { id, displayName, kind, issuer, domains, isEnabled, guests, resetUrl } = provider;
  return html`<section aria-labelledby="provider-${id}"><h2 id="provider-${id}"><bdi>${displayName}</bdi></h2>
<p class="row-note">${kind}${!isEnabled && html` · <strong>${t("providers.off")}</strong>`}</p>
<dl class="facts"><div><dt>${t("providers.issuer")}</dt><dd class="finding"><bdi>${issuer}</bdi></dd></div>
<div><dt>${t("providers.vouches")}</dt><dd>${domains.join(", ") || t("providers.no-domain")}</dd></div>
<div><dt>${t("providers.guests")}</dt><dd>${guests}</dd></div>
<div><dt>${t("providers.last-try")}</dt><dd>${lastTrial(view.frame, t, provider)}</dd></div></dl>
${postForm(
  { csrf: view.csrf, action: view.action, hidden: { provider: id } },
  html`<button class="secondary" aria-label="${t("providers.test-of", { provider: displayName })}">${icon("test-tube-diagonal")}${t("providers.test")}</button>`,
)}${resetUrl && html`<p class="quiet-line"><a href="${resetUrl}">${t("providers.reset-of", { provider: displayName })}</a></p>`}</section>`;
}

function lastTrial(frame: Frame, t: Translator, { lastTrial: last }: ShownProvider): string | Html {
  if (!last) return t("providers.never-tried");
  const when = moment(frame.language, last.when, "date-time");
  return last.failed
    ? t.rich("providers.tried-bad", { when, check: checkWords[frame.language][last.failed].title })
    : t.rich("providers.tried-good", { when });
}
