import { beginEnrolment } from "../../../domain/second-factor/begin-enrolment.ts";
import { confirmEnrolment } from "../../../domain/second-factor/confirm-enrolment.ts";
import { proveSecondFactor } from "../../../domain/second-factor/prove-second-factor.ts";
import type { AccountStanding } from "../../../domain/signin/rules/account-standing.ts";
import { renewBrowserCookie } from "../../shared/browser.ts";
import { logOwnSignIn } from "../../shared/log-own-sign-in.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { wordsOf } from "../words/words.ts";
import { appComplaint } from "./app-complaint.ts";
import { holderOf } from "./holder-of.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import type { SecondFactorStep } from "./shown-step.ts";

/** Somebody wants to set up the app that is demanded: only now a secret is made. */
export async function beginSecondFactor(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, path } = journey;
  if (step.kind === "set-up-second-factor") await beginEnrolment(machine, holderOf(journey, step));
  return c.redirect(path, 303);
}

/** The first code of an app that is being set up. */
export async function confirmSecondFactor(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, form, path, frame } = journey;
  if (step.kind !== "set-up-second-factor") return c.redirect(path, 303);
  const typed = form["code"] ?? "";
  const confirmed = await confirmEnrolment(machine, circumstancesOfStep(journey, step), {
    holder: holderOf(journey, step),
    typed,
    language: frame.language,
  });
  if (confirmed.ok) return goOn(journey, step.account);
  const { refusal } = confirmed;
  // Too late, or set up in another window: the journey says what comes next.
  if (refusal.code === "not-begun" || refusal.code === "set-up-already") return c.redirect(path, 303);
  return showJourney(journey, { code: typed.slice(0, 20), error: appComplaint(wordsOf(frame), refusal) });
}

/** A code of the person's app. */
export async function enterSecondFactor(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, form, path, frame } = journey;
  if (step.kind !== "enter-second-factor") return c.redirect(path, 303);
  const typed = form["code"] ?? "";
  const holder = holderOf(journey, step);
  const proved = await proveSecondFactor(machine, circumstancesOfStep(journey, step), { holder, typed });
  return proved.ok
    ? goOn(journey, step.account)
    : showJourney(journey, {
        code: typed.slice(0, 20),
        error: appComplaint(wordsOf(frame), proved.refusal),
      });
}

async function goOn(journey: PostedJourney, { account, standing }: AccountStanding): Promise<Response> {
  const { c, machine, session, transaction, path } = journey;
  await renewBrowserCookie(c, machine, session.sessionId);
  if (standing.kind === "user") {
    const { tenantId } = standing.user;
    await logOwnSignIn(c, machine, transaction, { tenantId, account });
  }
  return c.redirect(path, 303);
}

function circumstancesOfStep({ c, machine }: PostedJourney, { user }: SecondFactorStep) {
  const { userId, displayName, mail: email } = user;
  const actor = { kind: "user", userId, displayName, email } as const;
  return circumstancesOf(c, actor, machine.configuration.behindProxy);
}
