import type { FlowTexts } from "../../../domain/signup/rules/page-texts.ts";
import { questionsInWords } from "../../../domain/signup/rules/page-texts.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import type { Frame } from "../layout/frame.ts";
import { type MessageKey, words } from "../words/words.ts";
import { questionsInOurWords } from "./attribute-words.ts";
import { signUpTextPages, type TextPage, type TextPageId } from "./sign-up-text-pages.ts";

/** The frame of a page, on which the organisation says what it has words of its own for. */
export function speakingFrame(frame: Frame, texts: FlowTexts, pageId: TextPageId): Frame {
  const own = texts[pageId]?.strings;
  if (own === undefined) return { ...frame, ownWords: undefined };
  const { words: spoken, errors }: TextPage = signUpTextPages[pageId];
  const keys = Object.entries({ ...spoken, ...errors });
  return {
    ...frame,
    ownWords: Object.fromEntries(
      keys.flatMap(([textId, key]): [MessageKey, string][] => {
        const text = own[textId];
        return text === undefined ? [] : [[key, text]];
      }),
    ),
  };
}

/** The questions as the pages put them in the language of the frame. */
export function spokenQuestions(
  { language }: Pick<Frame, "language">,
  texts: FlowTexts,
  questions: readonly SignUpQuestion[],
): SignUpQuestion[] {
  const ours = questionsInOurWords(words(language), questions);
  return questionsInWords(ours, texts["selfasserted1_1" satisfies TextPageId]?.attributes ?? {});
}
