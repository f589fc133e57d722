import { html } from "hono/html";
import { errorOf, errorSummary, postForm, textArea } from "../layout/form.ts";
import type { FormError, FormTarget, Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { notice } from "../layout/notice.ts";
import { page } from "../layout/page.ts";
import { type Translator, words } from "../words/words.ts";

export interface ApprovalView extends FormTarget {
  readonly frame: Frame;
  /** Of whoever decides. */
  readonly address: string;
  readonly person: { readonly displayName: string; readonly address: string };
  readonly application: string;
  /** Who vouches for the address; undefined for a mailed code. */
  readonly provenBy: string | undefined;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly answers: readonly { readonly label: string; readonly answer: string }[];
  /** What was decided, and by whom; undefined while nothing is. */
  readonly decision?:
    | {
        readonly verdict: "approved" | "denied";
        readonly decidedBy: string;
        readonly decidedAt: Date;
        readonly reason: string | undefined;
      }
    | undefined;
  readonly reason?: string | undefined;
  readonly longestReason: number;
  readonly error?: FormError | undefined;
  readonly approvalsUrl: string;
}

/** May this person be a guest? Posts `reason`, and `decision=approve`, `decision=deny` or a `language`. */
export function approvalPage(view: ApprovalView): Html {
  const { language } = view.frame;
  const t = words(language);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const person = view.person.displayName;
  return page(view.frame, {
    title: t("approval.title", { person }),
    actingAs: { address: view.address },
    typedForm: view.decision ? undefined : view.action,
    body: html`${view.decision && decided(view, t, view.decision)}
<p class="lead">${t.rich("approval.lead", {
      person: html`<strong><bdi>${person}</bdi></strong>`,
      organisation,
      application: html`<strong><bdi>${view.application}</bdi></strong>`,
    })}</p>
${errorSummary(t, [view.error], ["reason"])}
${facts(view, t)}
${answers(view, t)}
${view.decision ? undefined : decisionForm(view, t)}
<p class="quiet-line"><a href="${view.approvalsUrl}">${t("approval.back")}</a></p>`,
  });
}

function facts(view: ApprovalView, t: Translator): Html {
  const { language } = view.frame;
  return html`<dl class="facts"><div><dt>${t("approval.address")}</dt><dd><bdi>${view.person.address}</bdi></dd></div>
<div><dt>${t("approval.proven-by")}</dt><dd><bdi>${view.provenBy ?? t("approval.mailed-code")}</bdi></dd></div>
<div><dt>${t("approval.asked-on")}</dt><dd>${moment(language, view.askedAt, "date-time")}</dd></div>
${!view.decision && html`<div><dt>${t("approval.open-until")}</dt><dd>${moment(language, view.expiresAt, "date")}</dd></div>`}</dl>`;
}

function answers(view: ApprovalView, t: Translator): Html | undefined {
  if (view.answers.length === 0) return undefined;
  return html`<section aria-labelledby="answers"><h2 id="answers">${t("approval.answers")}</h2>
<dl class="facts">${view.answers.map(({ label, answer }) => html`<div><dt><bdi>${label}</bdi></dt><dd class="finding"><bdi>${answer}</bdi></dd></div>`)}</dl></section>`;
}

function decisionForm(view: ApprovalView, t: Translator): Html {
  return postForm(
    { ...view, keepsTyped: true },
    html`${textArea(
      {
        name: "reason",
        label: t("approval.reason"),
        hint: t("approval.reason-hint", { person: view.person.displayName }),
        value: view.reason,
        autocomplete: "off",
        prose: true,
        maxLength: view.longestReason,
        error: errorOf([view.error], "reason"),
      },
      3,
    )}
<div class="actions"><button class="primary" name="decision" value="approve">${t("approval.approve")}</button>
<button class="secondary" name="decision" value="deny">${t("approval.deny")}</button></div>`,
  );
}

function decided(
  view: ApprovalView,
  t: Translator,
  { verdict, decidedBy, decidedAt, reason }: NonNullable<ApprovalView["decision"]>,
): Html {
  const when = moment(view.frame.language, decidedAt, "date-time");
  const values = { who: html`<strong><bdi>${decidedBy}</bdi></strong>`, when };
  return html`${notice(
    verdict === "approved" ? "good" : "calm",
    verdict === "approved" ? t.rich("approval.approved-by", values) : t.rich("approval.denied-by", values),
  )}
${reason && html`<figure class="message"><blockquote dir="auto">${reason}</blockquote><figcaption>${t("approval.reason")}</figcaption></figure>`}`;
}
