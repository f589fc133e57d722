import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { type IconName, icon } from "../layout/icons.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";
import { legalLinks } from "./legal-links.ts";

export interface SignUpAgreeView extends FormTarget {
  /** Of the organisation that will have the person as its guest; privacy and terms are taken from here. */
  readonly frame: Frame;
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** What the person will be asked next; empty where the account is made at once. */
  readonly asked: readonly string[];
  /** Whether a person decides first. */
  readonly needsApproval?: boolean;
}

/** Do you want an account at this organisation, which sees that? Posts `decision=accept` or `decision=cancel`. */
export function signUpAgreePage(view: SignUpAgreeView): Html {
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = html`<strong>${view.application.displayName}</strong>`;
  const list = new Intl.ListFormat(view.frame.language, { type: "conjunction" });
  const points: [IconName, Html][] = [
    ["id-card", html`<strong>${t("review.sees-title")}</strong><br>${t("sign-up.sees")}`],
    ...(view.asked.length > 0
      ? [
          [
            "circle-user-round",
            html`<strong>${t("sign-up.asks-title")}</strong><br>${list.formatToParts(view.asked).map(({ type, value }) => (type === "element" ? html`<bdi>${value}</bdi>` : value))}`,
          ] as [IconName, Html],
        ]
      : []),
    ...(view.needsApproval
      ? [
          [
            "users",
            html`<strong>${t("sign-up.approval-title")}</strong><br>${t.rich("sign-up.approval", { organisation })}`,
          ] as [IconName, Html],
        ]
      : []),
    ["clock", html`<strong>${t("review.records-title")}</strong><br>${t("review.records")}`],
    ["key-round", html`<strong>${t("review.manages-title")}</strong><br>${t("review.manages")}`],
  ];
  return page(view.frame, {
    title: t(view.needsApproval ? "sign-up.ask-title" : "sign-up.agree-title", { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    asksConsent: true,
    body: html`<p class="lead">${t.rich(view.needsApproval ? "sign-up.ask-lead" : "sign-up.agree-lead", { organisation: html`<strong>${organisation}</strong>`, application })}</p>
<ul class="points">${points.map(([name, text]) => html`<li>${icon(name)}<span>${text}</span></li>`)}</ul>
<p>${legalLinks(view.frame)}</p>
${postForm(
  view,
  html`<div class="actions"><button class="primary" name="decision" value="accept">${buttonOf(view)}</button>
<button class="secondary" name="decision" value="cancel">${t("form.cancel")}</button></div>`,
)}
<p class="fine">${t.rich("review.leave-any-time", { organisation })}</p>`,
  });
}

function buttonOf({ frame, asked, needsApproval }: SignUpAgreeView): string {
  const t = wordsOf(frame);
  if (asked.length > 0) return t("form.continue");
  return needsApproval ? t("sign-up.ask") : t("sign-up.create");
}
