import { globSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { missingPluralForms } from "../../../../test/support/missing-plural-forms.ts";
import { languages } from "../../../foundation/language.ts";
import { chooseLanguage } from "./choose-language.ts";
import { english } from "./en.ts";
import { messagesByLanguage, words } from "./words.ts";

const { en: _original, ...others } = messagesByLanguage;

/** The parameters a message takes, found by asking the formatter for them one after another. */
function parametersOf(message: string, language: string): string[] {
  const found = new Set<string>();
  const collect = (element: object): void => {
    if ("value" in element && "type" in element && element.type !== 0) found.add(String(element.value));
    if ("options" in element)
      for (const option of Object.values(element.options as Record<string, { value: object[] }>))
        option.value.forEach(collect);
  };
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst().forEach(collect);
  return [...found].filter((name) => name !== "undefined").sort();
}

describe.each(Object.entries(others))("the messages in %s", (language, messages) => {
  it("take the parameters they take in English", () => {
    for (const key of Object.keys(english) as (keyof typeof english)[])
      expect(parametersOf(messages[key], language), key).toEqual(parametersOf(english[key], "en"));
  });

  it("have every form of the plural that the language has", () => {
    for (const key of Object.keys(english) as (keyof typeof english)[])
      expect(missingPluralForms(messages[key], language), key).toEqual([]);
  });

  it("are translated and not the English ones", () => {
    const same = (Object.keys(english) as (keyof typeof english)[]).filter(
      (key) => messages[key] === english[key] && english[key].includes(" "),
    );
    expect(same).toEqual([]);
  });
});

it("are all spoken by some page", () => {
  const pages = new URL("../", import.meta.url).pathname;
  const sources = globSync("**/*.ts", { cwd: pages })
    .filter((path) => !path.startsWith("words/") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(pages + path, "utf8"))
    .join("\n");
  const silent = Object.keys(english).filter((key) => !sources.includes(`"${key}"`));
  expect(silent).toEqual([]);
});

describe("the translator", () => {
  it("says how many in the plural of the language", () => {
    expect(words("en")("preview.send", { count: 1 })).toBe("Send 1 invitation");
    expect(words("de")("preview.send", { count: 2 })).toBe("2 Einladungen senden");
    expect(words("pl")("preview.send", { count: 22 })).toBe("Wyślij 22 zaproszenia");
    expect(words("pl")("preview.send", { count: 25 })).toBe("Wyślij 25 zaproszeń");
  });

  it("escapes and isolates what a person typed", async () => {
    const text = await words("en").rich("invited.organisation", { organisation: "<script>&" });
    expect(String(text)).toBe("<bdi>&lt;script&gt;&amp;</bdi> invites you to work together.");
  });

  it("leaves braces and quotes in typed text alone", async () => {
    const text = await words("en").rich("invited.organisation", { organisation: "{inviter} 'quoted'" });
    expect(String(text)).toContain("{inviter} &#39;quoted&#39;");
  });
});

describe("the choice of a language", () => {
  it("takes the first known wish of the application", () => {
    expect(chooseLanguage({ uiLocales: "tlh fr-CA de", acceptLanguage: "ja" })).toBe("fr");
  });

  it.each(languages)("speaks %s to every region of it", (language) => {
    expect(
      chooseLanguage({ acceptLanguage: `tlh, ${language}-${language === "ar" ? "EG" : "ZZ"};q=0.7` }),
    ).toBe(language);
  });

  it("prefers an earlier choice to the browser's", () => {
    expect(chooseLanguage({ cookie: "de", acceptLanguage: "ja" })).toBe("de");
  });

  it("follows the weights of Accept-Language and drops refused ones", () => {
    expect(chooseLanguage({ acceptLanguage: "tlh, es;q=0.3, de;q=0, ja;q=0.8" })).toBe("ja");
  });

  it("takes the first that is offered, else what is spoken to everybody else", () => {
    const offered = { languages: ["fr", "de"], fallback: "de" } as const;
    expect(chooseLanguage({ acceptLanguage: "es, fr;q=0.5, de;q=0.1" }, offered)).toBe("fr");
    expect(chooseLanguage({ uiLocales: "ja", cookie: "en", acceptLanguage: "es" }, offered)).toBe("de");
  });

  it("falls back to English", () => {
    expect(chooseLanguage({ uiLocales: "xx", acceptLanguage: "*" })).toBe("en");
  });
});
