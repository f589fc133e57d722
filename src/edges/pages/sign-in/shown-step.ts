import type { Step } from "../../../domain/signin/rules/step.ts";
import type { AnswerProblem } from "../../../domain/signup/rules/read-answers.ts";
import type { TypedAnswers } from "../../../domain/signup/rules/sign-up-facts.ts";
import type { FormError, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import type { Journey } from "./journey.ts";

/** What went wrong with the form just posted, and what was typed into it. */
export interface Attempt {
  readonly error?: FormError;
  readonly email?: string;
  readonly code?: string;
  /** What is wrong with the answers of a sign-up, by attribute. */
  readonly problems?: Readonly<Record<string, AnswerProblem>>;
  readonly typed?: TypedAnswers;
}

/** Steps that ask a person something; the others lead elsewhere. */
export type AskingStep = Exclude<Step, { readonly kind: "federate" | "go-home" | "done" | "refused" }>;

/** Steps about a person's authenticator app. */
export type SecondFactorStep = Extract<
  Step,
  { readonly kind: "enter-second-factor" | "set-up-second-factor" }
>;

/** What the page of a step is made from. */
export interface Shown<OneStep> {
  readonly journey: Journey;
  readonly step: OneStep;
  readonly attempt: Attempt;
  readonly application: NamedApplication | undefined;
  /** What every page with a form needs. */
  readonly form: Pick<Journey, "frame" | "csrf"> & { readonly error: FormError | undefined };
  readonly notYouUrl: string;
}

/** The pages of some kinds of steps. */
export type StepPages<Kinds extends AskingStep["kind"]> = {
  readonly [Kind in Kinds]: (
    shown: Shown<Extract<AskingStep, { readonly kind: Kind }>>,
  ) => Html | Promise<Html>;
};
