import type { PageTexts } from "../../domain/signup/rules/page-texts.ts";
import type { SignUpQuestion } from "../../domain/signup/rules/sign-up-offer.ts";
import type { Result } from "../../foundation/result.ts";

/** One text of a page of the sign-up: of the page itself, of what goes wrong on it, or of a question. */
export interface PageText {
  readonly kind: "words" | "error" | "attribute";
  /** Of a question only. */
  readonly attributeId?: string;
  readonly textId: string;
  readonly text: string;
}

/** What can be chosen for a question, in its order. */
export interface PageChoices {
  readonly attributeId: string;
  readonly choices: readonly { readonly label: string; readonly value: string }[];
}

/** Everything a page says in one language, or some of it. */
export interface PageContent {
  readonly texts: readonly PageText[];
  readonly choices: readonly PageChoices[];
}

export type TextProblemCode =
  | "text-unknown"
  | "text-protected"
  | "text-named-twice"
  | "text-empty"
  | "text-too-long"
  | "text-not-one-line"
  | "text-not-a-message"
  | "text-parameter-unknown"
  | "choice-unknown";

/** Why a text cannot take the place of ours. */
export interface TextProblem {
  readonly code: TextProblemCode;
  /** Of a question only. */
  readonly attributeId?: string | undefined;
  readonly textId: string;
  /** What may stand in braces in this text. */
  readonly parameters?: readonly string[];
}

/** What an edge that has no pages of its own has to know of what they say. */
export interface SignUpWords {
  /** The pages of a sign-up in their order; `isOpen` where an organisation may say something in its own words. */
  readonly pages: readonly { readonly pageId: string; readonly isOpen: boolean }[];
  /** What a page says as long as nobody changed it; undefined for a page or a language there is none of. */
  standardContent(
    questions: readonly SignUpQuestion[],
    pageId: string,
    language: string,
  ): PageContent | undefined;
  /** The texts that are to take the place of ours, or what is wrong with each that cannot. */
  readPageTexts(
    questions: readonly SignUpQuestion[],
    place: { readonly pageId: string; readonly language: string },
    given: PageContent,
  ): Result<PageTexts, { readonly code: "texts-wrong"; readonly problems: readonly TextProblem[] }>;
}

/** Of a page's content what these texts say, in the order of the page; texts that the page has no place for are left out. */
export function contentInOwnWords(standard: PageContent, { strings, attributes }: PageTexts): PageContent {
  return {
    texts: standard.texts.flatMap((one) => {
      const { attributeId, textId } = one;
      const own =
        attributeId === undefined
          ? Object.hasOwn(strings, textId) && strings[textId]
          : attributes[attributeId]?.[textId === "DisplayName" ? "label" : "hint"];
      return own ? [{ ...one, text: own }] : [];
    }),
    choices: standard.choices.flatMap(({ attributeId, choices }) => {
      const own = attributes[attributeId]?.choices?.filter(({ value }) =>
        choices.some((choice) => choice.value === value),
      );
      return own && own.length > 0 ? [{ attributeId, choices: own }] : [];
    }),
  };
}
