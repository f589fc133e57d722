import { describe, expect, it } from "vitest";
import { german as germanCode } from "../src/domain/federation/connectors/email-code/words/de.ts";
import { english as englishCode } from "../src/domain/federation/connectors/email-code/words/en.ts";
import { spanish as spanishCode } from "../src/domain/federation/connectors/email-code/words/es.ts";
import { french as frenchCode } from "../src/domain/federation/connectors/email-code/words/fr.ts";
import { japanese as japaneseCode } from "../src/domain/federation/connectors/email-code/words/ja.ts";
import { german } from "../src/domain/invitations/words/de.ts";
import { english } from "../src/domain/invitations/words/en.ts";
import { spanish } from "../src/domain/invitations/words/es.ts";
import { french } from "../src/domain/invitations/words/fr.ts";
import { japanese } from "../src/domain/invitations/words/ja.ts";
import { messageParametersOf } from "./support/message-parameters-of.ts";

describe.each([
  { texts: "the invitation", original: english, translations: { german, spanish, french, japanese } },
  {
    texts: "the code mail",
    original: englishCode,
    translations: { german: germanCode, spanish: spanishCode, french: frenchCode, japanese: japaneseCode },
  },
])("the translations of $texts", ({ original, translations }) => {
  it.each(Object.entries(translations))(
    "%s says with each sentence what the English one says",
    (_, translation) => {
      const used = (texts: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, messageParametersOf(text)]));
      expect(used(translation)).toEqual(used(original));
    },
  );

  it.each(Object.entries(translations))("%s repeats no English sentence", (_, translation) => {
    const sentences = Object.entries<string>(original).filter(([, text]) => text.split(" ").length > 4);
    const repeated = sentences.filter(([key, text]) => (translation as Record<string, string>)[key] === text);
    expect(repeated).toEqual([]);
  });
});
