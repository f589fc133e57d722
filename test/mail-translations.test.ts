import { describe, expect, it } from "vitest";
import { codeTexts } from "../src/domain/federation/connectors/email-code/words/code-words.ts";
import { invitationTexts } from "../src/domain/invitations/words/invitation-words.ts";
import { factorTexts } from "../src/domain/second-factor/words/factor-words.ts";
import { approvalTexts } from "../src/domain/signup/approval/words/approval-words.ts";
import { checkWords } from "../src/edges/shared/check-words/check-words.ts";
import type { Language } from "../src/foundation/language.ts";
import { messageParametersOf } from "./support/message-parameters-of.ts";
import { missingPluralForms } from "./support/missing-plural-forms.ts";

type Texts = Readonly<Record<string, string>>;

/** Titles and remedies of the checks as one table of sentences. */
function checkTexts(language: Language): Texts {
  return Object.fromEntries(
    Object.entries(checkWords[language]).flatMap(([check, { title, remedy }]) => [
      [`${check}.title`, title],
      [`${check}.remedy`, remedy],
    ]),
  );
}

const checksByLanguage = Object.fromEntries(
  (Object.keys(checkWords) as Language[]).map((language) => [language, checkTexts(language)]),
);

describe.each<{ texts: string; byLanguage: Readonly<Record<string, Texts>> }>([
  { texts: "the invitation", byLanguage: invitationTexts },
  { texts: "the code mail", byLanguage: codeTexts },
  { texts: "the mails about requests to sign up", byLanguage: approvalTexts },
  { texts: "the mails about authenticator apps", byLanguage: factorTexts },
  { texts: "the checks of a provider", byLanguage: checksByLanguage },
])("the translations of $texts", ({ byLanguage: { en: original = {}, ...translations } }) => {
  it.each(Object.entries(translations))(
    "%s says with each sentence what the English one says",
    (_, texts) => {
      const used = (sentences: Texts) =>
        Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, messageParametersOf(text)]));
      expect(used(texts)).toEqual(used(original));
    },
  );

  it.each(Object.entries(translations))("%s has every form of its plural", (language, texts) => {
    const missing = Object.entries(texts).map(([key, text]) => [key, missingPluralForms(text, language)]);
    expect(missing.filter(([, forms]) => forms?.length !== 0)).toEqual([]);
  });

  it.each(Object.entries(translations))("%s repeats no English sentence", (_, texts) => {
    const sentences = Object.entries(original).filter(([, text]) => text.split(" ").length > 4);
    expect(sentences.filter(([key, text]) => texts[key] === text)).toEqual([]);
  });
});
