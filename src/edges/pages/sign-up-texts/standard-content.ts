import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import { type Language, languages } from "../../../foundation/language.ts";
import type { PageContent, PageText } from "../../shared/page-texts.ts";
import { type MessageKey, messageOf, words } from "../words/words.ts";
import { questionsInOurWords } from "./attribute-words.ts";
import { textPageOf } from "./sign-up-text-pages.ts";

/** What a page says as long as an organisation says nothing else, with the questions of the flow. */
export function standardContent(
  questions: readonly SignUpQuestion[],
  pageId: string,
  language: string,
): PageContent | undefined {
  const page = textPageOf(pageId);
  const spoken = languages.find((one) => one === language);
  if (page === undefined || spoken === undefined) return undefined;
  const asked = page.asksQuestions ? questionsInOurWords(words(spoken), questions) : [];
  return {
    texts: [
      ...textsOf("words", { ...page.words, ...page.agreed }, spoken),
      ...textsOf("error", page.errors, spoken),
      ...asked.flatMap(attributeTexts),
    ],
    choices: asked
      .filter(({ choices }) => choices.length > 0)
      .map(({ attributeId, choices }) => ({
        attributeId,
        choices: choices.map(({ label, value }) => ({ label, value })),
      })),
  };
}

function textsOf(
  kind: "words" | "error",
  keys: Readonly<Record<string, MessageKey>>,
  language: Language,
): PageText[] {
  return Object.entries(keys).map(([textId, key]) => ({ kind, textId, text: messageOf(language, key) }));
}

function attributeTexts({ attributeId, label, description }: SignUpQuestion): PageText[] {
  return [
    { kind: "attribute", attributeId, textId: "DisplayName", text: label },
    { kind: "attribute", attributeId, textId: "UserHelpText", text: description },
  ];
}
