import { html } from "hono/html";
import { detailsDisclosure, type ErrorDetails } from "../layout/details-disclosure.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { contactLink, safeLink } from "../layout/safe-link.ts";
import { wordsOf } from "../words/words.ts";

export interface ErrorView {
  readonly frame: Frame;
  readonly title: string;
  /** What happened. */
  readonly what: string | Html;
  /** What to do now. */
  readonly todo: string | Html;
  /** The one next step that exists. */
  readonly nextStep?: { readonly label: string; readonly url: string } | undefined;
  /** Whom to ask if that does not help. */
  readonly contact?: string | undefined;
  readonly details?: ErrorDetails | undefined;
}

/** What happened, what to do now, whom to ask. */
export function errorPage(view: ErrorView): Html {
  const t = wordsOf(view.frame);
  const { contact } = view;
  const link = contact === undefined ? undefined : contactLink(contact);
  const next = safeLink(view.nextStep?.url);
  return page(view.frame, {
    title: view.title,
    scripts: ["copy-button"],
    body: html`<p class="lead">${view.what}</p>
<p>${view.todo}</p>
${next && html`<div class="actions"><a class="button primary" href="${next}">${view.nextStep?.label}</a></div>`}
${contact && html`<p class="fine">${t.rich("error.ask", { contact: link ? html`<a href="${link}">${contact}</a>` : contact })}</p>`}
${view.details && detailsDisclosure(view.frame, view.details)}`,
  });
}
