import type { AttributeTexts, PageTexts } from "../../../domain/signup/rules/page-texts.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import { accept, refuse } from "../../../foundation/result.ts";
import type { PageChoices, PageText, SignUpWords, TextProblem } from "../../shared/page-texts.ts";
import { messageProblem, partsOfMessage } from "./message-problem.ts";
import { textPageOf } from "./sign-up-text-pages.ts";
import { standardContent } from "./standard-content.ts";

/** How long a text may be that takes the place of ours. */
const longestOwnText = 600;
/** As long as the label of a question may be everywhere. */
const longestName = 256;

/** Reads what an organisation wants a page to say in one language. */
export const readPageTexts: SignUpWords["readPageTexts"] = (questions, { pageId, language }, given) => {
  const standard = standardContent(questions, pageId, language) ?? { texts: [], choices: [] };
  const agreed = Object.keys(textPageOf(pageId)?.agreed ?? {});
  const problems: TextProblem[] = [];
  const strings: Record<string, string> = {};
  const attributes: Record<string, AttributeTexts> = {};
  const seen = new Set<string>();

  for (const one of given.texts) {
    const { attributeId, textId } = one;
    const place = standard.texts.find((known) => isSamePlace(known, one));
    const problem = place ? problemOf(one, place, language, agreed) : { code: "text-unknown" as const };
    const name = JSON.stringify([attributeId, textId]);
    if (seen.has(name)) problems.push({ code: "text-named-twice", attributeId, textId });
    else if (problem) problems.push({ ...problem, attributeId, textId });
    else if (place?.attributeId === undefined) strings[textId] = one.text.trim();
    else
      attributes[place.attributeId] = {
        ...attributes[place.attributeId],
        [textId === "DisplayName" ? "label" : "hint"]: one.text.trim(),
      };
    seen.add(name);
  }
  for (const one of given.choices) {
    const { attributeId } = one;
    const found = problemsOfChoices(one, questions, standard.choices);
    const name = JSON.stringify([attributeId]);
    if (seen.has(name)) found.push({ code: "text-named-twice", attributeId, textId: attributeId });
    problems.push(...found);
    seen.add(name);
    if (found.length === 0)
      attributes[attributeId] = {
        ...attributes[attributeId],
        choices: one.choices.map(({ label, value }) => ({ label: label.trim(), value })),
      };
  }
  const texts: PageTexts = { strings, attributes };
  return problems.length > 0 ? refuse({ code: "texts-wrong", problems }) : accept(texts);
};

function isSamePlace(one: PageText, other: PageText): boolean {
  return one.kind === other.kind && one.attributeId === other.attributeId && one.textId === other.textId;
}

function problemOf(
  { kind, textId, text }: PageText,
  place: PageText,
  language: string,
  agreed: readonly string[],
): Pick<TextProblem, "code" | "parameters"> | undefined {
  if (kind === "words" && agreed.includes(textId)) return { code: "text-protected" };
  const wrong = lineProblem(text, kind === "attribute" ? longestName : longestOwnText);
  if (wrong) return { code: wrong };
  // What a question is called goes into our sentences as it is, so braces in it are nothing but braces.
  if (kind === "attribute") return undefined;
  const parts = partsOfMessage(place.text, language);
  const problem = messageProblem(text, language, parts);
  return problem && { code: problem, parameters: [...parts.inserted, ...parts.counted] };
}

function problemsOfChoices(
  { attributeId, choices }: PageChoices,
  questions: readonly SignUpQuestion[],
  known: readonly PageChoices[],
): TextProblem[] {
  const place = known.find((one) => one.attributeId === attributeId);
  if (!place || !questions.some((question) => question.attributeId === attributeId))
    return [{ code: "text-unknown", attributeId, textId: attributeId }];
  const values = choices.map(({ value }) => value);
  return choices.flatMap(({ label, value }, index): TextProblem[] => {
    const code = !place.choices.some((choice) => choice.value === value)
      ? "choice-unknown"
      : values.indexOf(value) !== index
        ? "text-named-twice"
        : lineProblem(label, longestName);
    return code ? [{ code, attributeId, textId: value }] : [];
  });
}

/** Marks that change the direction of what follows could turn a page's words around; those that end again cannot. */
const oneLine = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

function lineProblem(text: string, longest: number): TextProblem["code"] | undefined {
  if (text.trim() === "") return "text-empty";
  if (text.length > longest) return "text-too-long";
  const outsideIsolates = text.replace(/[\u2066-\u2068]([^\u2066-\u2069]*)\u2069/gu, "$1");
  return oneLine.test(outsideIsolates) ? undefined : "text-not-one-line";
}
