import { describe, expect, it } from "vitest";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import { languages } from "../../../foundation/language.ts";
import type { PageText } from "../../shared/page-texts.ts";
import { readPageTexts } from "./read-page-texts.ts";
import { signUpTextPages } from "./sign-up-text-pages.ts";
import { standardContent } from "./standard-content.ts";

const size: SignUpQuestion = {
  attributeId: "extension_d09380e2b4c642b9a203fb816a04a7ad_Size",
  label: "Size",
  isRequired: true,
  requiresVerification: false,
  input: "radio",
  choices: ["small", "large"].map((value) => ({ label: value, value, isDefault: false })),
  dataType: "text",
  description: "",
  origin: "custom",
};
const city: SignUpQuestion = { ...size, attributeId: "City", label: "City", choices: [], origin: "built-in" };
const place = { pageId: "selfasserted1_1", language: "fr" };
const { attributeId } = size;

const read = (texts: readonly PageText[], pageId = place.pageId) =>
  readPageTexts([size, city], { ...place, pageId }, { texts, choices: [] });
const problemsOf = (texts: readonly PageText[], pageId?: string) => {
  const outcome = read(texts, pageId);
  return outcome.ok ? [] : outcome.refusal.problems.map(({ code }) => code);
};
const words = (textId: string, text: string): PageText => ({ kind: "words", textId, text });

describe("an organisation's own texts", () => {
  it("are what the page says in place of ours, without blanks around them", () => {
    const outcome = read([
      words("heading", " Bienvenue chez {organisation} "),
      { kind: "error", textId: "Missing", text: "Il manque quelque chose." },
      { kind: "attribute", attributeId, textId: "DisplayName", text: "Taille {de} l’entreprise" },
      { kind: "attribute", attributeId, textId: "UserHelpText", text: "Combien de personnes" },
    ]);
    expect(outcome.ok && outcome.value).toEqual({
      strings: { heading: "Bienvenue chez {organisation}", Missing: "Il manque quelque chose." },
      attributes: { [attributeId]: { label: "Taille {de} l’entreprise", hint: "Combien de personnes" } },
    });
  });

  it.each([
    [words("headline", "x"), "text-unknown"],
    [words("__proto__", "x"), "text-unknown"],
    [words("constructor", "x"), "text-unknown"],
    [{ kind: "error", textId: "heading", text: "x" }, "text-unknown"],
    [{ kind: "attribute", attributeId: "Surname", textId: "DisplayName", text: "x" }, "text-unknown"],
    [{ kind: "attribute", attributeId: "__proto__", textId: "DisplayName", text: "x" }, "text-unknown"],
    [words("heading", "  "), "text-empty"],
    [words("heading", "x".repeat(601)), "text-too-long"],
    [{ kind: "attribute", attributeId, textId: "DisplayName", text: "x".repeat(257) }, "text-too-long"],
    [words("heading", "two\nlines"), "text-not-one-line"],
    [words("heading", "\u202egnorw"), "text-not-one-line"],
    [words("heading", "\u2067open"), "text-not-one-line"],
    [words("heading", "\u2067\u202e\u2069"), "text-not-one-line"],
    [words("heading", "{address}"), "text-parameter-unknown"],
    [words("heading", "{organisation"), "text-not-a-message"],
  ] as [PageText, string][])("are refused: %j is %s", (text, code) => {
    expect(problemsOf([text])).toEqual([code]);
  });

  it("are named one by one when they are refused, each once", () => {
    expect(problemsOf([words("a", "x"), words("heading", "x"), words("heading", "y")])).toEqual([
      "text-unknown",
      "text-named-twice",
    ]);
  });

  it("never say to what people agree", () => {
    const agree = standardContent([size], "agree", "en");
    const told = agree?.texts.filter(({ kind }) => kind === "words") ?? [];
    expect(told.length).toBeGreaterThan(10);
    for (const text of told) expect(problemsOf([text], "agree"), text.textId).toEqual(["text-protected"]);
  });

  it("call the choices of a question something else, in their order, and offer no others", () => {
    const choose = (...choices: readonly { label: string; value: string }[]) =>
      readPageTexts([size, city], place, { texts: [], choices: [{ attributeId, choices }] });
    const grande = { label: "Grande", value: "large" };
    const chosen = choose(grande, { label: "Petite", value: "small" });
    expect(chosen.ok && chosen.value.attributes[attributeId]?.choices?.map(({ label }) => label)).toEqual([
      "Grande",
      "Petite",
    ]);
    for (const [wrong, code] of [
      [{ label: "Énorme", value: "huge" }, "choice-unknown"],
      [{ label: "", value: "small" }, "text-empty"],
      [grande, "text-named-twice"],
    ] as const) {
      const outcome = choose(grande, wrong);
      expect(outcome.ok ? [] : outcome.refusal.problems.map((problem) => problem.code)).toEqual([code]);
    }
    const none = readPageTexts([size, city], place, {
      texts: [],
      choices: [{ attributeId: "City", choices: [grande] }],
    });
    expect(none.ok).toBe(false);
  });
});

describe("what a page says by itself", () => {
  it("calls a built-in attribute as the language does, unless the flow calls it something", () => {
    const labelOf = (question: SignUpQuestion) =>
      standardContent([question], "selfasserted1_1", "fr")?.texts.find(
        ({ textId }) => textId === "DisplayName",
      )?.text;
    expect(labelOf(city)).toBe("Ville");
    expect(labelOf({ ...city, label: "Harbour" })).toBe("Harbour");
    expect(labelOf(size)).toBe("Size");
  });

  it("is nothing for a page or a language that there is not", () => {
    expect(standardContent([], "constructor", "en")).toBeUndefined();
    expect(standardContent([], "agree", "tlh")).toBeUndefined();
  });

  it("can be sent back as it is, where it is open", () => {
    for (const pageId of Object.keys(signUpTextPages).filter((id) => !["check", "agree"].includes(id)))
      for (const language of languages) {
        const content = standardContent([size, city], pageId, language) ?? { texts: [], choices: [] };
        // A hint that says nothing is none.
        const texts = content.texts.filter(({ text }) => text !== "");
        const outcome = readPageTexts([size, city], { pageId, language }, { ...content, texts });
        expect(outcome.ok ? [] : outcome.refusal.problems, `${pageId} ${language}`).toEqual([]);
      }
  });
});
