import { html } from "hono/html";
import { errorSummary, postForm } from "../layout/form.ts";
import type { FormError, FormTarget, Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { wordsOf } from "../words/words.ts";
import { answerField, type ShownQuestion } from "./answer-field.ts";

export interface SignUpAnswersView extends FormTarget {
  readonly frame: Frame;
  readonly application: NamedApplication;
  /** The proved address, in full. */
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  readonly questions: readonly ShownQuestion[];
  /** Whether a person decides first. */
  readonly needsApproval?: boolean;
  readonly errors: readonly FormError[];
}

/** What does the organisation want to know of you? Posts the answers, and `decision=create` or `decision=cancel`. */
export function signUpAnswersPage(view: SignUpAnswersView): Html {
  const t = wordsOf(view.frame);
  const organisation = view.frame.organisation?.displayName ?? "Guesthouse";
  const application = html`<strong>${view.application.displayName}</strong>`;
  return page(view.frame, {
    title: t(titleOf(view), { organisation }),
    actingAs: { address: view.address, notYouUrl: view.notYouUrl },
    typedForm: view.action,
    body: html`<p class="lead">${
      view.questions.length > 0
        ? t.rich("sign-up.answers-lead", { organisation, application })
        : t.rich(view.needsApproval ? "sign-up.ready-to-ask" : "sign-up.ready-lead", {
            organisation,
            application,
          })
    }</p>
${errorSummary(
  t,
  view.errors,
  view.questions.map(({ name }) => name),
)}
${postForm(
  { ...view, keepsTyped: true },
  html`${view.questions.map((question) => answerField(t, question))}
<div class="actions"><button class="primary" name="decision" value="create">${view.needsApproval ? t("sign-up.ask") : t("sign-up.create")}</button>
<button class="secondary" name="decision" value="cancel" formnovalidate>${t("form.cancel")}</button></div>`,
)}`,
  });
}

/** Where nothing is asked, nothing is told either. */
function titleOf({ questions, needsApproval }: SignUpAnswersView) {
  if (questions.length > 0) return "sign-up.answers-title";
  return needsApproval ? "sign-up.ask-title" : "sign-up.agree-title";
}
