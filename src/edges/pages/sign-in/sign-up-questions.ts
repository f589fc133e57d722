import type { AnswerProblem } from "../../../domain/signup/rules/read-answers.ts";
import { longestText } from "../../../domain/signup/rules/sign-up-attribute.ts";
import type { TypedAnswers } from "../../../domain/signup/rules/sign-up-facts.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import type { FormError } from "../layout/frame.ts";
import type { ShownQuestion } from "../views/answer-field.ts";
import type { PlainMessageKey, Translator } from "../words/words.ts";

type Problems = Readonly<Record<string, AnswerProblem>>;

/** What a field of the form is called; no attribute can take the place of a field of ours. */
function fieldOf(attributeId: string): string {
  return `answer-${attributeId}`;
}

/** The answers in a posted form: only to what the flow asks, whatever else was sent. */
export function typedIn(
  questions: readonly SignUpQuestion[],
  form: Readonly<Record<string, string>>,
): TypedAnswers {
  return Object.fromEntries(
    questions.map(({ attributeId, input, choices }) => {
      const name = fieldOf(attributeId);
      const names = input === "check-boxes" ? choices.map((_choice, index) => `${name}.${index}`) : [name];
      const texts = names.map((one) => (form[one] ?? "").slice(0, 2000)).filter((text) => text !== "");
      return [attributeId, texts];
    }),
  );
}

/** The questions as the page shows them. */
export function shownQuestions(
  t: Translator,
  questions: readonly SignUpQuestion[],
  typed: TypedAnswers,
  problems: Problems,
): ShownQuestion[] {
  return questions.map((question) => {
    const { attributeId, label, description, isRequired, choices } = question;
    const name = fieldOf(attributeId);
    return {
      ...{ name, label, isRequired, choices },
      hint: description,
      look: lookOf(question),
      autocomplete: autocompletes[attributeId] ?? "off",
      maxLength: longestText(attributeId),
      values: valuesOf(question, typed),
      error: complaintOf(t, problems[attributeId]),
    };
  });
}

/** What is wrong with the answers, by field, each naming its field: a summary lists them. */
export function answerErrors(
  t: Translator,
  questions: readonly SignUpQuestion[],
  problems: Problems,
): FormError[] {
  return questions.flatMap(({ attributeId, label }) => {
    const complaint = complaintOf(t, problems[attributeId]);
    return complaint === undefined ? [] : [{ field: fieldOf(attributeId), text: `${label}: ${complaint}` }];
  });
}

function complaintOf(t: Translator, problem: AnswerProblem | undefined): string | undefined {
  return problem && t(complaints[problem]);
}

/** What was typed; before anything was, what is chosen from the beginning. */
function valuesOf({ attributeId, choices }: SignUpQuestion, typed: TypedAnswers): readonly string[] {
  if (Object.hasOwn(typed, attributeId)) return typed[attributeId] ?? [];
  return choices.filter(({ isDefault }) => isDefault).map(({ value }) => value);
}

function lookOf({ input, dataType }: SignUpQuestion): ShownQuestion["look"] {
  if (input !== "text-box") return input;
  if (dataType === "flag") return "check-box";
  if (dataType === "moment") return "date";
  return dataType === "number" ? "number" : "line";
}

/** HTML Living Standard, autofill field names. */
const autocompletes: Readonly<Record<string, string>> = {
  City: "address-level2",
  Country: "country-name",
  DisplayName: "name",
  GivenName: "given-name",
  JobTitle: "organization-title",
  PostalCode: "postal-code",
  State: "address-level1",
  StreetAddress: "street-address",
  Surname: "family-name",
};

const complaints: Readonly<Record<AnswerProblem, PlainMessageKey>> = {
  missing: "sign-up.error.missing",
  "too-long": "sign-up.error.too-long",
  "not-one-line": "sign-up.error.not-one-line",
  "not-a-number": "sign-up.error.not-a-number",
  "not-a-date": "sign-up.error.not-a-date",
  "not-yes-or-no": "sign-up.error.not-a-choice",
  "not-a-choice": "sign-up.error.not-a-choice",
  "not-an-address": "sign-up.error.not-an-address",
};
