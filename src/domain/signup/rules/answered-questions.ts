import type { TypedAnswers } from "./sign-up-facts.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";
import type { AnsweredQuestion } from "./sign-up-request.ts";

/** What somebody answered, for a person to read: by the labels of the form, and of choices by theirs. */
export function answeredQuestions(
  questions: readonly SignUpQuestion[],
  typed: TypedAnswers,
): AnsweredQuestion[] {
  return questions.flatMap(({ attributeId, label, choices }) => {
    const texts = (Object.hasOwn(typed, attributeId) ? (typed[attributeId] ?? []) : [])
      .map((text) => text.trim())
      .filter((text) => text !== "");
    if (texts.length === 0) return [];
    const named = texts.map((text) => choices.find(({ value }) => value === text)?.label ?? text);
    return [{ label, answer: named.join(", ") }];
  });
}
