import { readStatedProfile } from "../../../domain/signin/read-stated-profile.ts";
import { provenPerson } from "../../../domain/signin/rules/proven-person.ts";
import type { SessionAccount } from "../../../domain/signin/rules/session-account.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import { factsOf } from "../../../domain/signin/rules/stranger-step.ts";
import { findTransaction, recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { readAnswers } from "../../../domain/signup/rules/read-answers.ts";
import { knownAttributes } from "../../../domain/signup/rules/sign-up-attribute.ts";
import type { SignUpFacts } from "../../../domain/signup/rules/sign-up-facts.ts";
import { type SignUpRefusal, signUp } from "../../../domain/signup/sign-up.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { speakingFrame } from "../sign-up-texts/speaking-frame.ts";
import { signUpBlockedPage } from "../views/sign-up-blocked-page.ts";
import { wordsOf } from "../words/words.ts";
import { type Journey, openJourney, type PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { typedIn } from "./sign-up-questions.ts";

type SigningUpStep = Extract<Step, { readonly kind: `sign-up-${string}` }>;

/** The person lets the organisation have them as its guest, or not. */
export async function agreeToSignUp(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, form, path } = journey;
  if (step.kind !== "sign-up-agree") return c.redirect(path, 303);
  if (form["decision"] !== "accept") return declineSignUp(journey);
  const now = machine.clock().toISOString();
  const isAnswered = step.offer.questions.length === 0;
  await recordSignUp(journey, step, (facts) => ({
    ...facts,
    agreedAt: now,
    ...(isAnswered && { answeredAt: now }),
  }));
  return isAnswered ? createAccount(journey) : c.redirect(path, 303);
}

/** The person answers what the flow asks. Everything typed is kept, right or wrong. */
export async function answerSignUp(journey: PostedJourney): Promise<Response> {
  const { c, machine, step, form, path } = journey;
  if (step.kind !== "sign-up-answer") return c.redirect(path, 303);
  if (form["decision"] === "cancel") return declineSignUp(journey);
  const { questions } = step.offer;
  const typed = typedIn(questions, form);
  const answers = readAnswers(questions, typed);
  await recordSignUp(journey, step, ({ answeredAt: _before, ...facts }) => ({
    ...facts,
    typed,
    ...(answers.ok && { answeredAt: machine.clock().toISOString() }),
  }));
  if (answers.ok) return createAccount(journey);
  return showJourney(journey, { typed, problems: answers.refusal.problems });
}

/** Creates the account when nothing is left to do; what is left otherwise is the next page. */
export async function createAccount(posted: PostedJourney): Promise<Response> {
  const { c, machine, path, transaction } = posted;
  const journey = await openJourney(c, machine);
  if (typeof journey === "string") return c.redirect(path, 303);
  const { step } = journey;
  const { purpose } = transaction.facts;
  if (step.kind !== "sign-up-answer" || step.reason !== "to-be-created" || purpose.kind !== "authorize")
    return c.redirect(path, 303);
  const { account } = step.account;
  const { tenantId, applicationId } = purpose.request;
  const facts = factsOf(journey.transaction.facts.signUp, step.account);
  const outcome = await signUp(machine, circumstances(posted), {
    ...{ tenantId, applicationId },
    identity: identityOf(account),
    person: provenPerson(step.account, facts),
    displayName: account.displayName,
    provenAt: account.authenticatedAt,
    facts,
    language: journey.frame.language,
    known: await knownOf(journey, account),
  });
  return outcome.ok ? c.redirect(path, 303) : showRefusal(journey, outcome.refusal);
}

/** The page again with what the person can do something about; or the organisation's last word. */
async function showRefusal(journey: Journey, refusal: SignUpRefusal): Promise<Response> {
  const { c, frame, texts, path } = journey;
  if (refusal.code === "blocked-by-api")
    return c.html(
      signUpBlockedPage({
        frame: speakingFrame(frame, texts, "blocked"),
        message: refusal.message,
        way: { backUrl: path },
      }),
      403,
    );
  const text = complaintOf(frame, refusal);
  return text === undefined ? c.redirect(path, 303) : showJourney(journey, { error: { text } });
}

export function identityOf({ issuer, subject, providerKind, email }: SessionAccount) {
  return { issuer, subject, providerKind, email };
}

/** What the person's provider says, by built-in attribute. */
export async function knownOf(
  { machine, transaction }: Journey,
  account: SessionAccount,
): Promise<Readonly<Record<string, string>>> {
  return knownAttributes(await readStatedProfile(machine, transaction.facts, account));
}

/** Adds to what was said on the way, by the account that the step is about. */
export async function recordSignUp(
  { machine, session, transaction }: PostedJourney,
  step: SigningUpStep,
  change: (facts: SignUpFacts) => SignUpFacts,
): Promise<void> {
  // A step of this very request may have added something before.
  const current = await findTransaction(machine, transaction.transactionId, session.sessionId);
  if (typeof current === "string") return;
  await recordFacts(machine, current, (facts) => ({
    ...facts,
    signUp: change(factsOf(facts.signUp, step.account)),
  }));
}

/** The person wants no account after all. */
export async function declineSignUp({ c, machine, transaction, path }: PostedJourney): Promise<Response> {
  await recordFacts(machine, transaction, ({ signUp: _said, ...facts }) => ({
    ...facts,
    declined: "sign-up",
  }));
  return c.redirect(path, 303);
}

/** What a person can do something about; the other refusals are for the next step to see. */
function complaintOf(frame: Journey["frame"], refusal: SignUpRefusal): string | undefined {
  const { organisation } = frame;
  const t = wordsOf(frame);
  switch (refusal.code) {
    case "too-many-sign-ups":
      return t("sign-up.too-many");
    case "too-many-tries":
      return t("sign-up.too-many-tries", { minutes: Math.ceil(refusal.retryAfterSeconds / 60) });
    case "address-taken":
      return t("sign-up.address-taken");
    case "answers-refused-by-api":
      return refusal.message;
    case "api-failed":
      return t("sign-up.api-failed", { organisation: organisation?.displayName ?? "Guesthouse" });
    default:
      return undefined;
  }
}

function circumstances({ c, machine }: PostedJourney) {
  return circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
}
