import type { Step } from "../../../domain/signin/rules/step.ts";
import { factsOf } from "../../../domain/signin/rules/stranger-step.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { type CheckRefusal, checkSignUp } from "../../../domain/signup/check-sign-up.ts";
import { isBeingAsked } from "../../../domain/signup/rules/own-api-check.ts";
import type { OwnApiCheck, TypedAnswers } from "../../../domain/signup/rules/sign-up-facts.ts";
import type { Result } from "../../../foundation/result.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { wordsOf } from "../words/words.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { declineSignUp, identityOf, knownOf } from "./sign-up-step.ts";

type CheckStep = Extract<Step, { readonly kind: "sign-up-check" }>;

/**
 * Has the organisation's own API asked about somebody who has just proved who they are. The question is marked as under
 * way first, so that a second press, tab or reload asks nothing; only a person's press asks again what came to nothing.
 */
export async function askOwnApiFirst(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, step, form, path } = journey;
  const { purpose } = transaction.facts;
  if (step.kind !== "sign-up-check" || purpose.kind !== "authorize") return c.redirect(path, 303);
  if (form["decision"] === "cancel") return declineSignUp(journey);
  // It was under way when the page was read; now it has come to something.
  if (form["decision"] === "look" && step.check.found !== "asking") return c.redirect(path, 303);
  const asking = await markAsAsked(journey, step);
  if (!asking) return c.redirect(path, 303);
  const { offer, account, address } = step;
  const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
  const checked = await checkSignUp(machine, circumstances, {
    ...{ offer, address },
    applicationId: purpose.request.applicationId,
    identity: identityOf(account.account),
    known: await knownOf(journey, account.account),
    language: journey.frame.language,
  });
  await recordAnswer(journey, step, asking, checked);
  if (checked.ok || checked.refusal.code !== "too-many-tries") return c.redirect(path, 303);
  const minutes = Math.ceil(checked.refusal.retryAfterSeconds / 60);
  const text = wordsOf(journey.frame)("sign-up.too-many-tries", { minutes });
  return showJourney({ ...journey, step: { ...step, check: { found: "nothing" } } }, { error: { text } });
}

/** Undefined where the question is under way already, or the journey is over. */
async function markAsAsked(
  { machine, transaction }: PostedJourney,
  { offer, account, address }: CheckStep,
): Promise<OwnApiCheck | undefined> {
  const connectorId = offer.flow.connectors["after-proof"];
  if (connectorId === undefined) return undefined;
  const now = machine.clock();
  const asking: OwnApiCheck = { connectorId, address, found: "asking", at: now.toISOString() };
  const seen = factsOf(transaction.facts.signUp, account).check;
  let isMarked = false;
  const isRecorded = await recordFacts(machine, transaction, (facts) => {
    const said = factsOf(facts.signUp, account);
    isMarked = !isBeingAsked(said.check, asking, now) && isSame(said.check, seen);
    return isMarked ? { ...facts, signUp: { ...said, check: asking } } : facts;
  });
  return isRecorded && isMarked ? asking : undefined;
}

/** Whether nobody has had it asked since the page was read. */
function isSame(one: OwnApiCheck | undefined, other: OwnApiCheck | undefined): boolean {
  return one?.at === other?.at && one?.found === other?.found;
}

/** Keeps what came of it; unless the person is somebody else by now, or has had it asked anew. */
async function recordAnswer(
  { machine, transaction }: PostedJourney,
  { account }: CheckStep,
  asking: OwnApiCheck,
  checked: Result<TypedAnswers, CheckRefusal>,
): Promise<void> {
  const at = machine.clock().toISOString();
  await recordFacts(machine, transaction, (facts) => {
    const said = factsOf(facts.signUp, account);
    if (!isSame(said.check, asking)) return facts;
    // What was typed already, where the API came later, stays.
    const typed = checked.ok ? { typed: { ...checked.value, ...said.typed } } : {};
    return { ...facts, signUp: { ...said, ...typed, check: checkOf(checked, asking, at) } };
  });
}

function checkOf(
  checked: Result<TypedAnswers, CheckRefusal>,
  { connectorId, address }: OwnApiCheck,
  at: string,
): OwnApiCheck {
  const about = { connectorId, address, at };
  if (checked.ok) return { ...about, found: "passed" };
  const { refusal } = checked;
  return refusal.code === "blocked-by-api"
    ? { ...about, found: "blocked", message: refusal.message }
    : { ...about, found: "failed" };
}
