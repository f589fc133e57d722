import { html } from "hono/html";
import type { ErrorDetails } from "../layout/details-disclosure.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { moment } from "../layout/moment.ts";
import { mailLink } from "../layout/safe-link.ts";
import { type Translator, wordsOf } from "../words/words.ts";
import { errorPage } from "./error-page.ts";
import type { Inviter } from "./invited-page.ts";
import { type ProblemKind, problemTexts } from "./problem-texts.ts";

export interface ProblemView {
  readonly frame: Frame;
  readonly problem: ProblemKind;
  /** Whom to ask, where an invitation is known. */
  readonly inviter?: Inviter | undefined;
  /** When it ended, was withdrawn or was accepted. */
  readonly when?: Date | undefined;
  /** The address the page is about: the one invited, or the one signed in. */
  readonly address?: string | undefined;
  readonly application?: { readonly displayName: string } | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Where the next step of this problem leads; without it the page has words only. */
  readonly nextUrl?: string | undefined;
  readonly details?: ErrorDetails | undefined;
}

/** One of the known problems, each with its own words and its own way on. */
export function problemPage(view: ProblemView): Html {
  const t = wordsOf(view.frame);
  const texts = problemTexts[view.problem];
  return errorPage({
    frame: view.frame,
    title: t(texts.title),
    what: t.rich((view.when && texts.whatOn) ?? texts.what, valuesOf(view, t)),
    todo: texts.todo === "ask-inviter" ? askInviter(view, t) : t.rich(texts.todo, valuesOf(view, t)),
    nextStep: view.nextUrl && texts.next ? { label: t(texts.next), url: view.nextUrl } : undefined,
    contact: contactOf(view),
    details: view.details,
  });
}

/** Whom to ask beyond the inviter, who is named already where a new invitation is what helps. */
function contactOf({ frame, problem, inviter }: ProblemView): string | undefined {
  if (problemTexts[problem].todo !== "ask-inviter") return inviter?.address ?? frame.helpContact;
  return frame.helpContact === inviter?.address ? undefined : frame.helpContact;
}

/** Everything a problem's sentence may mention; a sentence takes what it needs. */
function valuesOf(view: ProblemView, t: Translator) {
  const minutes = Math.max(1, Math.ceil((view.retryAfterSeconds ?? 60) / 60));
  return {
    organisation: view.frame.organisation?.displayName ?? "Guesthouse",
    application: view.application?.displayName ?? t("problem.this-application"),
    address: view.address === undefined ? t("problem.your-account") : html`<strong>${view.address}</strong>`,
    when: view.when === undefined ? "" : moment(view.frame.language, view.when, "date"),
    minutes,
  };
}

function askInviter(view: ProblemView, t: Translator): Html {
  const inviter = view.inviter;
  if (inviter?.address)
    return t.rich("problem.ask-inviter-at", {
      inviter: inviter.displayName,
      address: html`<a href="${mailLink(inviter.address)}">${inviter.address}</a>`,
    });
  if (inviter) return t.rich("problem.ask-inviter-named", { inviter: inviter.displayName });
  return t.rich("problem.ask-organisation", {
    organisation: view.frame.organisation?.displayName ?? "Guesthouse",
  });
}
