import type { CustomValue } from "../../directory/rules/user.ts";
import { readTypedValue } from "./attribute-value.ts";
import { attributeOfProperty } from "./connector-request.ts";
import type { TypedAnswers } from "./sign-up-facts.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";

/** Answers as values, by attribute; what cannot be read is left out. */
export function valuesOfAnswers(
  questions: readonly SignUpQuestion[],
  typed: TypedAnswers,
): Readonly<Record<string, CustomValue>> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const texts = (typed[question.attributeId] ?? []).filter((text) => text.trim() !== "");
      if (texts.length === 0) return [];
      const read = readTypedValue(question, texts);
      return read.ok ? [[question.attributeId, read.value]] : [];
    }),
  );
}

/** What an API says of a person, as if it had been typed: only what the flow asks, and only plain values. */
export function typedByAnswer(
  questions: readonly SignUpQuestion[],
  claims: Readonly<Record<string, unknown>>,
): TypedAnswers {
  const attributeIds = questions.map(({ attributeId }) => attributeId);
  return Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => {
      const attributeId = attributeOfProperty(name, attributeIds);
      const texts = textsOf(value);
      return attributeId === undefined || texts === undefined ? [] : [[attributeId, texts]];
    }),
  );
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.every(isPlain) ? value.map(String) : undefined;
  return isPlain(value) ? [String(value)] : undefined;
}

function isPlain(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
