import { IntlMessageFormat } from "intl-messageformat";

const counts = Array.from({ length: 200 }, (_, count) => count);

/** The forms of the plural that a language has for counts below 200, and a message that counts does not. */
export function missingPluralForms(message: string, language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const needed = [...new Set(counts.map((count) => rules.select(count)))];
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
    .getAst()
    .flatMap((element) =>
      "pluralType" in element ? needed.filter((form) => element.options[form] === undefined) : [],
    );
}
