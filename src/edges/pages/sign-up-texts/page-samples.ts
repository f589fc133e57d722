import type { AnswerProblem } from "../../../domain/signup/rules/read-answers.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { answerErrors, shownQuestions } from "../sign-in/sign-up-questions.ts";
import { codePage } from "../views/code-page.ts";
import { problemPage } from "../views/problem-page.ts";
import { sendCodePage } from "../views/send-code-page.ts";
import { type OfferedProvider, signInPage } from "../views/sign-in-page.ts";
import { signUpAddressPage } from "../views/sign-up-address-page.ts";
import { signUpAgreePage } from "../views/sign-up-agree-page.ts";
import { signUpAnswersPage } from "../views/sign-up-answers-page.ts";
import { signUpBlockedPage } from "../views/sign-up-blocked-page.ts";
import { signUpCheckPage } from "../views/sign-up-check-page.ts";
import { signUpDeniedPage } from "../views/sign-up-denied-page.ts";
import { signUpWaitingPage } from "../views/sign-up-waiting-page.ts";
import { wordsOf } from "../words/words.ts";
import type { TextPageId } from "./sign-up-text-pages.ts";

/** What a sample of a page is made from. */
export interface SampledFlow {
  /** Speaks the words of the page. */
  readonly frame: Frame;
  /** In the words of the page. */
  readonly questions: readonly SignUpQuestion[];
  readonly application: string;
  /** What the providers are called that people can choose. */
  readonly providers: readonly Pick<OfferedProvider, "displayName" | "kind">[];
  readonly providersFirst: boolean;
  /** Whether a person decides. */
  readonly needsApproval: boolean;
  readonly now: Date;
}

/** The states in which a page can be looked at: as it comes first, with what went wrong, and as it is otherwise. */
export type SampleState = "first" | "errors" | "other";

type Samples = { readonly first: Html } & { readonly [State in SampleState]?: Html };

const address = "vera@partner.example";
/** Samples are shown where nothing can be followed. */
const nowhere = "/";
const codeSeconds = 600;

/** Every page of a sign-up as an example person would see it. Nothing on it leads anywhere. */
export const pageSamples: Readonly<Record<TextPageId, (sampled: SampledFlow) => Samples>> = {
  idpselections: (sampled) => {
    const t = wordsOf(sampled.frame);
    const shown = {
      ...formOf(sampled),
      providers: sampled.providers.map((provider) => ({ ...provider, url: nowhere })),
      providersFirst: sampled.providersFirst,
    };
    const error = { field: "email", text: t("sign-up.no-way") };
    return {
      first: signInPage({ ...shown, haveAccountUrl: nowhere }),
      errors: signInPage({ ...shown, haveAccountUrl: nowhere, email: address, error }),
      other: signInPage({ ...shown, createAccountUrl: nowhere }),
    };
  },
  check: (sampled) => {
    const t = wordsOf(sampled.frame);
    const shown = knownOf(sampled);
    return {
      first: signUpCheckPage({ ...shown, found: "nothing" }),
      errors: signUpCheckPage({
        ...{ ...shown, found: "failed" },
        error: { text: t("sign-up.too-many-tries", { minutes: 10 }) },
      }),
      other: signUpCheckPage({ ...shown, found: "asking" }),
    };
  },
  agree: (sampled) => {
    const asked = sampled.questions.map(({ label }) => label);
    return {
      first: signUpAgreePage({ ...knownOf(sampled), asked }),
      other: signUpAgreePage({ ...knownOf(sampled), asked: [] }),
    };
  },
  selfasserted1_1: (sampled) => {
    const { frame, questions } = sampled;
    const t = wordsOf(frame);
    const problems = Object.fromEntries(
      questions.map((question) => [question.attributeId, likelyProblem(question)]),
    );
    return {
      first: signUpAnswersPage({
        ...knownOf(sampled),
        questions: shownQuestions(t, questions, {}, {}),
        errors: [],
      }),
      errors: signUpAnswersPage({
        ...knownOf(sampled),
        questions: shownQuestions(t, questions, {}, problems),
        errors: [{ text: apiFailed(sampled) }, ...answerErrors(t, questions, problems)],
      }),
      other: signUpAnswersPage({ ...knownOf(sampled), questions: [], errors: [] }),
    };
  },
  sendcode: (sampled) => {
    const t = wordsOf(sampled.frame);
    const shown = { ...knownOf(sampled), changeAddressAction: nowhere };
    return {
      first: sendCodePage(shown),
      errors: sendCodePage({ ...shown, error: { text: t("code.too-many-codes", { minutes: 10 }) } }),
    };
  },
  code: (sampled) => {
    const t = wordsOf(sampled.frame);
    const validUntil = new Date(sampled.now.getTime() + codeSeconds * 1000);
    const more = {
      validUntil,
      changeAddressAction: nowhere,
      sendAgainAction: nowhere,
      sendAgainAfterSeconds: 0,
    };
    const shown = { ...knownOf(sampled), ...more };
    const error = { field: "code", text: t("code.wrong") };
    return {
      first: codePage(shown),
      errors: codePage({ ...shown, code: "12345678", error }),
      other: codePage({ ...shown, sentAgain: true }),
    };
  },
  address: (sampled) => {
    const t = wordsOf(sampled.frame);
    const shown = { ...formOf(sampled), actingAs: "Vera", notYouUrl: nowhere };
    const taken = { field: "email", text: t("sign-up.own-taken") };
    return {
      first: signUpAddressPage({ ...shown, haveAccount: false }),
      errors: signUpAddressPage({ ...shown, haveAccount: true, email: address, error: taken }),
    };
  },
  waiting: (sampled) => {
    const { now } = sampled;
    return { first: signUpWaitingPage({ ...knownOf(sampled), askedAt: now, expiresAt: daysAfter(now, 30) }) };
  },
  denied: (sampled) => {
    const { now } = sampled;
    const told = { ...knownOf(sampled), decidedAt: now, mayAskAgainAt: daysAfter(now, 1) };
    return {
      first: signUpDeniedPage({ ...told, reason: "…" }),
      other: signUpDeniedPage({ ...told, reason: undefined }),
    };
  },
  blocked: (sampled) => {
    const { frame } = sampled;
    return {
      first: signUpBlockedPage({ frame, message: "…", way: knownOf(sampled) }),
      other: signUpBlockedPage({ frame, message: "…", way: { backUrl: nowhere } }),
    };
  },
  refused: ({ frame, application }) => ({
    first: problemPage({
      ...{ frame, address },
      problem: "sign-up-domain",
      application: { displayName: application },
      nextUrl: nowhere,
    }),
  }),
};

function formOf({ frame, application }: SampledFlow) {
  return { frame, csrf: "", action: nowhere, application: { displayName: application } };
}

function knownOf(sampled: SampledFlow) {
  const { needsApproval } = sampled;
  return { ...formOf(sampled), address, notYouUrl: nowhere, needsApproval };
}

function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 24 * 3600 * 1000);
}

function apiFailed({ frame }: SampledFlow): string {
  return wordsOf(frame)("sign-up.api-failed", {
    organisation: frame.organisation?.displayName ?? "Guesthouse",
  });
}

function likelyProblem({ isRequired, dataType, input }: SignUpQuestion): AnswerProblem {
  if (isRequired) return "missing";
  if (input === "e-mail") return "not-an-address";
  if (dataType === "number") return "not-a-number";
  return dataType === "moment" ? "not-a-date" : "too-long";
}
