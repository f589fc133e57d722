import type { z } from "zod";
import type { SignUpQuestion } from "../../../../domain/signup/rules/sign-up-offer.ts";
import type { PageContent, PageText, TextProblem, TextProblemCode } from "../../../shared/page-texts.ts";
import { badRequest, type GraphError } from "../../graph-error.ts";
import type { pageTextsBody } from "./page-texts-body.ts";

const elementOf = {
  words: "UxElement",
  error: "ErrorMessage",
  attribute: "ClaimType",
} as const satisfies Record<PageText["kind"], string>;

/** What a page says, as the wire shows it; `isOwn` where it is an organisation's. */
export function presentContent({ texts, choices }: PageContent, isOwn: boolean): Record<string, unknown> {
  return {
    LocalizedStrings: texts.map(({ kind, attributeId, textId, text }) => ({
      ElementType: elementOf[kind],
      ElementId: attributeId === undefined ? null : shortId(attributeId),
      StringId: textId,
      Override: isOwn,
      Value: text,
    })),
    LocalizedCollections: choices.map((one) => ({
      ElementType: elementOf.attribute,
      ElementId: shortId(one.attributeId),
      TargetCollection: "Restriction",
      Override: isOwn,
      Items: one.choices.map(({ label, value }) => ({ Name: label, Value: value })),
    })),
  };
}

/** What a body says, in our words. What it does not want to change is left out. */
export function contentInBody(
  { LocalizedStrings, LocalizedCollections }: z.output<typeof pageTextsBody>,
  questions: readonly SignUpQuestion[],
): PageContent {
  return {
    texts: (LocalizedStrings ?? [])
      .filter(({ Override }) => Override)
      .map(({ ElementType, ElementId, StringId, Value }) => ({
        kind: kindOf(ElementType),
        ...(ElementId != null && { attributeId: attributeNamed(ElementId, questions) }),
        textId: StringId,
        text: Value,
      })),
    choices: (LocalizedCollections ?? [])
      .filter(({ Override }) => Override)
      .map(({ ElementId, Items }) => ({
        attributeId: attributeNamed(ElementId, questions),
        choices: Items.map(({ Name, Value }) => ({ label: Name, value: Value })),
      })),
  };
}

/** Names every text that cannot be taken, and says what would be. */
export function textsWrong(problems: readonly TextProblem[]): GraphError {
  const details = problems.slice(0, 20).map(({ code, attributeId, textId, parameters = [] }) => ({
    code,
    target: attributeId === undefined ? textId : `${shortId(attributeId)}/${textId}`,
    message:
      parameters.length > 0 ? `${messages[code]} It may have ${inBraces(parameters)}.` : messages[code],
  }));
  const named = details.map(({ target }) => `'${target}'`).join(", ");
  return badRequest(`These texts cannot be taken: ${named}.`, ...details);
}

const messages: Readonly<Record<TextProblemCode, string>> = {
  "text-unknown": "This page has no such text. GET …/defaultPages/{page}/$value lists those it has.",
  "text-protected": "It tells people to what they agree, and is the same everywhere.",
  "text-named-twice": "It is named twice.",
  "text-empty": "Value must not be empty. Leave the entry out to keep the text as it is.",
  "text-too-long": "A text has 600 characters at most, the name of a question or choice 256.",
  "text-not-one-line": "Value must be one line, without direction marks.",
  "text-not-a-message":
    "Value is no message: braces stand around names only. Write ’ for an apostrophe before a brace.",
  "text-parameter-unknown": "It has a name in braces that does not exist here.",
  "choice-unknown": "The question has no such choice. Value must be one of its userAttributeValues.",
};

function inBraces(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(", ");
}

function kindOf(element: (typeof elementOf)[PageText["kind"]]): PageText["kind"] {
  return (
    (Object.keys(elementOf) as PageText["kind"][]).find((kind) => elementOf[kind] === element) ?? "words"
  );
}

/** Without the client id of the extensions application, as texts name attributes elsewhere. */
function shortId(attributeId: string): string {
  return attributeId.replace(/^extension_[0-9a-f]{32}_/, "extension_");
}

/** The attribute of the flow that an id means, in either spelling; else the id, which then is unknown. */
function attributeNamed(id: string, questions: readonly SignUpQuestion[]): string {
  const named = id.toLowerCase();
  const found = questions.find(
    ({ attributeId }) => attributeId.toLowerCase() === named || shortId(attributeId).toLowerCase() === named,
  );
  return found?.attributeId ?? id;
}
