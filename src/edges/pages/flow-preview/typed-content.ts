import type { PageTexts } from "../../../domain/signup/rules/page-texts.ts";
import {
  contentInOwnWords,
  type PageContent,
  type PageText,
  type TextProblem,
} from "../../shared/page-texts.ts";

/** One text as it can be changed. */
export interface EditedText extends PageText {
  /** Of the form field. */
  readonly name: string;
  /** Empty as long as the page says what it says by itself, which is `text`. */
  readonly own: string;
}

/** The choices of one question as they can be changed. */
export interface EditedChoices {
  readonly attributeId: string;
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly own: string;
  }[];
}

export interface EditedContent {
  readonly texts: readonly EditedText[];
  readonly choices: readonly EditedChoices[];
}

/** What a page says, with what the organisation made of it. */
export function editedContent(standard: PageContent, texts: PageTexts): EditedContent {
  const own = contentInOwnWords(standard, texts);
  return {
    texts: standard.texts.map((one) => ({
      ...one,
      name: nameOf(one),
      own: own.texts.find((other) => nameOf(other) === nameOf(one))?.text ?? "",
    })),
    choices: standard.choices.map(({ attributeId, choices }) => {
      const said = own.choices.find((other) => other.attributeId === attributeId)?.choices ?? [];
      // In the order in which the page shows them.
      const ordered = [
        ...said.map(({ value }) => value),
        ...choices.map(({ value }) => value).filter((value) => !said.some((other) => other.value === value)),
      ];
      return {
        attributeId,
        choices: ordered.map((value) => ({
          name: `choice ${attributeId} ${value}`,
          value,
          label: choices.find((choice) => choice.value === value)?.label ?? value,
          own: said.find((other) => other.value === value)?.label ?? "",
        })),
      };
    }),
  };
}

/** The same with what was typed into the form. */
export function typedContent(edited: EditedContent, form: Readonly<Record<string, string>>): EditedContent {
  const typed = <Field extends { readonly name: string; readonly own: string }>(field: Field): Field => ({
    ...field,
    own: form[field.name] ?? "",
  });
  return {
    texts: edited.texts.map(typed),
    choices: edited.choices.map((one) => ({ ...one, choices: one.choices.map(typed) })),
  };
}

/** What of it is in the organisation's own words. A question whose choices stay as they are has none. */
export function ownContent({ texts, choices }: EditedContent): PageContent {
  return {
    texts: texts
      .filter(({ own }) => own.trim() !== "")
      .map(({ kind, attributeId, textId, own }) => ({
        kind,
        ...(attributeId !== undefined && { attributeId }),
        textId,
        text: own,
      })),
    choices: choices
      .filter((one) => one.choices.some(({ own }) => own.trim() !== ""))
      .map(({ attributeId, choices: all }) => ({
        attributeId,
        choices: all.map(({ label, value, own }) => ({ value, label: own.trim() === "" ? label : own })),
      })),
  };
}

/** Whether a problem is about this field. */
export function isProblemOf(
  { attributeId, textId }: TextProblem,
  field: { readonly attributeId?: string | undefined; readonly textId: string },
): boolean {
  return attributeId === field.attributeId && textId === field.textId;
}

/** The same without what cannot be said. */
export function withoutProblems(content: PageContent, problems: readonly TextProblem[]): PageContent {
  return {
    texts: content.texts.filter((one) => !problems.some((problem) => isProblemOf(problem, one))),
    choices: content.choices.filter(
      ({ attributeId, choices }) =>
        !problems.some((problem) =>
          choices.some(({ value }) => isProblemOf(problem, { attributeId, textId: value })),
        ),
    ),
  };
}

function nameOf({ kind, attributeId, textId }: PageText): string {
  return [kind, attributeId, textId].filter((part) => part !== undefined).join(" ");
}
