import { allConnectors } from "../../../domain/federation/connectors/all-connectors.ts";
import { listProviders } from "../../../domain/federation/find-provider.ts";
import { readStatedProfile } from "../../../domain/signin/read-stated-profile.ts";
import type { AccountStanding } from "../../../domain/signin/rules/account-standing.ts";
import type { OwnAddressProblem } from "../../../domain/signin/rules/step.ts";
import { factsOf } from "../../../domain/signin/rules/stranger-step.ts";
import { knownAttributes } from "../../../domain/signup/rules/sign-up-attribute.ts";
import type { TypedAnswers } from "../../../domain/signup/rules/sign-up-facts.ts";
import { parseEmailAddress } from "../../../foundation/email-address.ts";
import { spokenQuestions } from "../sign-up-texts/speaking-frame.ts";
import { codePage } from "../views/code-page.ts";
import { sendCodePage } from "../views/send-code-page.ts";
import { type OfferedProvider, signInPage } from "../views/sign-in-page.ts";
import { signUpAddressPage } from "../views/sign-up-address-page.ts";
import { signUpAgreePage } from "../views/sign-up-agree-page.ts";
import { signUpAnswersPage } from "../views/sign-up-answers-page.ts";
import { signUpBlockedPage } from "../views/sign-up-blocked-page.ts";
import { signUpCheckPage } from "../views/sign-up-check-page.ts";
import { signUpDeniedPage } from "../views/sign-up-denied-page.ts";
import { signUpWaitingPage } from "../views/sign-up-waiting-page.ts";
import { type PlainMessageKey, wordsOf } from "../words/words.ts";
import { codeTimes } from "./code-times.ts";
import { addressOf } from "./consent-shown.ts";
import type { Journey } from "./journey.ts";
import type { AskingStep, Shown, StepPages } from "./shown-step.ts";
import { answerErrors, shownQuestions } from "./sign-up-questions.ts";
import { wantsAccount } from "./wants-account.ts";

type SignUpKind = "identify" | Extract<AskingStep["kind"], `sign-up-${string}`>;

/** The page that asks who somebody is, and those of the way to an account. */
export const signUpPages: StepPages<SignUpKind> = {
  identify: async ({ journey, step, attempt, application, form }) => {
    const { path, situation } = journey;
    const isSigningUp = wantsAccount(journey.c, situation);
    return signInPage({
      ...form,
      action: `${path}/identify${situation.signUp ? `?account=${isSigningUp ? "create" : "have"}` : ""}`,
      application,
      email: attempt.email ?? step.address,
      ...(situation.signUp && {
        providers: await offeredProviders(journey),
        providersFirst: situation.signUp.flow.providersFirst,
        ...(isSigningUp
          ? { haveAccountUrl: `${path}?account=have` }
          : { createAccountUrl: `${path}?account=create` }),
      }),
    });
  },

  "sign-up-check": ({ journey, step, application, form, notYouUrl }) => {
    const shown = {
      ...form,
      action: `${journey.path}/sign-up/check`,
      application: application ?? { displayName: "" },
    };
    const { address, check } = step;
    return check.found === "blocked"
      ? signUpBlockedPage({
          frame: form.frame,
          message: check.message,
          way: { ...shown, address, notYouUrl },
        })
      : signUpCheckPage({ ...shown, address, notYouUrl, found: check.found });
  },

  "sign-up-agree": ({ journey, step, application, form, notYouUrl }) =>
    signUpAgreePage({
      ...form,
      action: `${journey.path}/sign-up/agree`,
      application: application ?? { displayName: "" },
      address: step.address,
      notYouUrl,
      asked: spokenQuestions(journey.frame, journey.texts, step.offer.questions).map(({ label }) => label),
      needsApproval: step.offer.flow.requiresApproval,
    }),

  "sign-up-answer": async ({ journey, step, attempt, application, form, notYouUrl }) => {
    const t = wordsOf(journey.frame);
    const questions = spokenQuestions(journey.frame, journey.texts, step.offer.questions);
    const problems = attempt.problems ?? {};
    const typed = attempt.typed ?? (await typedBefore(journey, step));
    return signUpAnswersPage({
      ...form,
      action: `${journey.path}/sign-up/answers`,
      application: application ?? { displayName: "" },
      address: step.address,
      notYouUrl,
      questions: shownQuestions(t, questions, typed, problems),
      needsApproval: step.offer.flow.requiresApproval,
      errors: [...(attempt.error ? [attempt.error] : []), ...answerErrors(t, questions, problems)],
    });
  },

  "sign-up-give-address": ({ journey, step, attempt, application, form, notYouUrl }) => {
    const t = wordsOf(journey.frame);
    const { refused } = step;
    return signUpAddressPage({
      ...form,
      action: `${journey.path}/sign-up/address`,
      application,
      actingAs: addressOf(step.account.account),
      notYouUrl,
      email: attempt.email ?? refused?.address ?? statedAddress(journey, step.account),
      error: attempt.error ?? (refused && { field: "email", text: t(refusedWords[refused.reason]) }),
      haveAccount: refused?.reason === "address-taken",
    });
  },
  "sign-up-waiting": ({ journey, step, application, form, notYouUrl }) =>
    signUpWaitingPage({
      ...form,
      action: `${journey.path}/sign-up/waiting`,
      application: application ?? { displayName: "" },
      address: step.address,
      notYouUrl,
      askedAt: step.request.askedAt,
      expiresAt: step.request.expiresAt,
    }),

  "sign-up-denied": ({ journey, step, application, form, notYouUrl }) =>
    signUpDeniedPage({
      ...form,
      action: `${journey.path}/sign-up/waiting`,
      application: application ?? { displayName: "" },
      address: step.address,
      notYouUrl,
      decidedAt: step.request.decidedAt,
      reason: step.request.reason,
      mayAskAgainAt: step.request.mayAskAgainAt,
    }),

  "sign-up-prove-address": ({ journey, step, attempt, application, form, notYouUrl }) => {
    const shown = { ...form, notYouUrl, changeAddressAction: `${journey.path}/sign-up/answer-again` };
    const sendAgainAction = `${journey.path}/sign-up/send-code`;
    if (step.sentAt === undefined)
      return sendCodePage({ ...shown, application, address: step.address, action: sendAgainAction });
    return codePage({
      ...shown,
      ...codeTimes(journey, step.sentAt),
      action: `${journey.path}/sign-up/code`,
      address: step.address,
      sendAgainAction,
      sentAgain: journey.c.req.query("sent") === "again",
      code: attempt.code,
    });
  },
};

/** Partners' own providers are found by the address; they are not named to whoever comes along. */
async function offeredProviders({ machine, situation, path }: Journey): Promise<OfferedProvider[]> {
  const flow = situation.signUp?.flow;
  if (!flow) return [];
  const providers = await listProviders(machine.database, flow.tenantId);
  return providers
    .filter(({ providerId, kind }) => flow.providers.includes(providerId) && !isPartnersOwn(kind))
    .map(({ providerId, kind, displayName }) => ({
      kind,
      displayName,
      url: `${path}/sign-up/provider/${providerId}`,
    }));
}

function isPartnersOwn(kind: keyof typeof allConnectors): boolean {
  return allConnectors[kind].returnPath !== "callback";
}

const refusedWords = {
  "domain-not-taken": "sign-up.no-way",
  "address-taken": "sign-up.own-taken",
} as const satisfies Record<OwnAddressProblem, PlainMessageKey>;

/** What the provider says, for the person to correct. */
function statedAddress({ transaction }: Journey, { account }: AccountStanding): string | undefined {
  const { stated } = transaction.facts;
  const known = stated?.accountId === account.accountId ? stated.address : undefined;
  return parseEmailAddress(known ?? account.provider?.statedAddresses[0] ?? "");
}

/** What was typed on this journey; before anything was, what the provider says. */
async function typedBefore(
  { machine, transaction }: Journey,
  step: Shown<Extract<AskingStep, { readonly kind: "sign-up-answer" }>>["step"],
): Promise<TypedAnswers> {
  const { typed } = factsOf(transaction.facts.signUp, step.account);
  if (typed) return typed;
  const profile = await readStatedProfile(machine, transaction.facts, step.account.account);
  const known = Object.entries(knownAttributes(profile));
  return Object.fromEntries(known.map(([attributeId, value]) => [attributeId, [value]]));
}
