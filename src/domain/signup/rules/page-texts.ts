import type { SignUpQuestion } from "./sign-up-offer.ts";

/** What one page says in one language in place of our own words: plain text, found right before it was kept. */
export interface PageTexts {
  /** By the id of the text. */
  readonly strings: Readonly<Record<string, string>>;
  /** By the id of the attribute. */
  readonly attributes: Readonly<Record<string, AttributeTexts>>;
}

/** What a question is called in one language. */
export interface AttributeTexts {
  readonly label?: string;
  readonly hint?: string;
  /** In the order in which they are shown; those that are not named come after. */
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
}

/** The texts of a flow in one language, by the id of the page; a page without any is not there. */
export type FlowTexts = Readonly<Record<string, PageTexts>>;

/** The questions as these texts put them; what an answer means stays. */
export function questionsInWords(
  questions: readonly SignUpQuestion[],
  texts: PageTexts["attributes"],
): SignUpQuestion[] {
  return questions.map((question) => {
    const { label, hint, choices } = texts[question.attributeId] ?? {};
    return {
      ...question,
      label: label ?? question.label,
      description: hint ?? question.description,
      choices: choices ? choicesInWords(question.choices, choices) : question.choices,
    };
  });
}

/** A text for a choice that is gone is passed over, and a choice that came later is called as it is everywhere. */
function choicesInWords(
  choices: SignUpQuestion["choices"],
  named: NonNullable<AttributeTexts["choices"]>,
): SignUpQuestion["choices"] {
  const first = named.flatMap(({ label, value }) => {
    const choice = choices.find((one) => one.value === value);
    return choice ? [{ ...choice, label }] : [];
  });
  return [...first, ...choices.filter(({ value }) => !first.some((one) => one.value === value))];
}
