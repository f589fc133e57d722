import { normalizeEmailAddress, parseEmailAddress } from "../../../foundation/email-address.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { CustomValue } from "../../directory/rules/user.ts";
import { readTypedValue, type ValueProblem } from "./attribute-value.ts";
import type { BuiltInAttributeId } from "./sign-up-attribute.ts";
import { builtInAttributes } from "./sign-up-attribute.ts";
import type { TypedAnswers } from "./sign-up-facts.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";

export type AnswerProblem = ValueProblem | "missing" | "not-a-choice" | "not-an-address";

/** What the answers of a person come to. */
export interface Answers {
  /** Properties that every user has. */
  readonly profile: Readonly<
    Partial<Record<(typeof builtInAttributes)[BuiltInAttributeId]["property"], string>>
  >;
  /** By the id of a custom attribute. */
  readonly customValues: Readonly<Record<string, CustomValue>>;
  /** Addresses that a code has to prove, in lower case. */
  readonly toProve: readonly string[];
}

/** The answers, or by the id of the attribute what is wrong with one. What the flow does not ask is passed over. */
export function readAnswers(
  questions: readonly SignUpQuestion[],
  typed: TypedAnswers,
): Result<
  Answers,
  { readonly code: "answers-wrong"; readonly problems: Readonly<Record<string, AnswerProblem>> }
> {
  const profile: Record<string, string> = {};
  const customValues: Record<string, CustomValue> = {};
  const toProve: string[] = [];
  const problems: Record<string, AnswerProblem> = {};
  for (const question of questions) {
    const { attributeId } = question;
    const read = readAnswer(question, textsOf(typed, attributeId));
    if (!read.ok) problems[attributeId] = read.refusal.code;
    else if (read.value !== undefined) {
      if (question.requiresVerification) toProve.push(String(read.value));
      if (question.origin === "custom") customValues[attributeId] = read.value;
      else profile[builtInAttributes[attributeId as BuiltInAttributeId].property] = String(read.value);
    }
  }
  return Object.keys(problems).length > 0
    ? refuse({ code: "answers-wrong", problems })
    : accept({ profile, customValues, toProve });
}

/** What was typed for an attribute, without what is empty. */
function textsOf(typed: TypedAnswers, attributeId: string): readonly string[] {
  const texts = Object.hasOwn(typed, attributeId) ? (typed[attributeId] ?? []) : [];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

type Read = Result<CustomValue | undefined, { readonly code: AnswerProblem }>;

function readAnswer(question: SignUpQuestion, texts: readonly string[]): Read {
  const { input, choices, isRequired, dataType } = question;
  const isCheckBox = dataType === "flag" && input === "text-box";
  // One check box that must be ticked is an agreement; left empty it says no.
  if (isCheckBox && texts[0] !== "true") return isRequired ? refuse({ code: "missing" }) : accept(false);
  if (texts.length === 0) return isRequired ? refuse({ code: "missing" }) : accept(undefined);
  const chosen = input === "check-boxes" ? texts : texts.slice(0, 1);
  if (choices.length > 0 && !chosen.every((text) => choices.some(({ value }) => value === text)))
    return refuse({ code: "not-a-choice" });
  if (input !== "e-mail") return readTypedValue(question, chosen);
  const address = parseEmailAddress(chosen[0] ?? "");
  return address ? accept(normalizeEmailAddress(address)) : refuse({ code: "not-an-address" });
}
