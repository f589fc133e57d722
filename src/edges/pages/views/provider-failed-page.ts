import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { contactLink } from "../layout/safe-link.ts";
import { words } from "../words/words.ts";

export interface ProviderFailedView extends FormTarget {
  readonly frame: Frame;
  readonly provider: string;
  readonly reason: keyof typeof happened;
  readonly tryAgainUrl: string;
  readonly anotherUrl: string;
  /** The organisation lets the person prove the address by a code instead: the form asks for it. */
  readonly mayUseCode: boolean;
}

const happened = {
  unreachable: "provider-failed.unreachable",
  "answer-wrong": "provider-failed.answer-wrong",
  denied: "provider-failed.denied",
  "account-disabled": "provider-failed.account-disabled",
  "address-unproven": "provider-failed.address-unproven",
  "switched-off": "provider-failed.switched-off",
} as const;

const todo = {
  unreachable: "provider-failed.todo",
  "answer-wrong": "provider-failed.todo",
  denied: "provider-failed.todo-denied",
  "account-disabled": "provider-failed.todo-disabled",
  "address-unproven": "provider-failed.todo",
  "switched-off": "provider-failed.todo-switched-off",
} as const satisfies Record<keyof typeof happened, string>;

/** The provider could not help: try again, or prove the address another way. */
export function providerFailedPage(view: ProviderFailedView): Html {
  const t = words(view.frame.language);
  const provider = html`<strong>${view.provider}</strong>`;
  const contact = view.frame.helpContact;
  const link = contact === undefined ? undefined : contactLink(contact);
  // Trying again leads to this page until somebody at the organisation has done something.
  const mayTryAgain = view.reason !== "switched-off";
  return page(view.frame, {
    title: t("provider-failed.title", { provider: view.provider }),
    body: html`${notice("bad", t(happened[view.reason], { provider: view.provider }))}
<p>${t.rich(todo[view.reason], { provider })}</p>
${mayTryAgain && html`<div class="actions"><a class="button primary" href="${view.tryAgainUrl}">${t("problem.next.try-again")}</a></div>`}
${
  view.mayUseCode &&
  postForm(
    view,
    html`<div class="actions"><button class="${mayTryAgain ? "secondary" : "primary"}">${t("provider-failed.use-code")}</button></div>`,
  )
}
<p class="quiet-line"><a href="${view.anotherUrl}">${t("pick-account.another")}</a></p>
${contact && html`<p class="fine">${t.rich("error.ask", { contact: link ? html`<a href="${link}">${contact}</a>` : contact })}</p>`}`,
  });
}
