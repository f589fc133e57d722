import { IntlMessageFormat } from "intl-messageformat";

/** A part of a parsed message; the kinds of `@formatjs/icu-messageformat-parser`. */
interface MessagePart {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
}

const literal = 0;
const argument = 1;
const plural = 6;
const pound = 7;

/** What a message has in braces: names that texts are put for, and names that are counted. */
export interface MessageParts {
  readonly inserted: readonly string[];
  readonly counted: readonly string[];
}

/** What is in the braces of a message of ours. */
export function partsOfMessage(message: string, language: string): MessageParts {
  const parts = [...eachPart(parse(message, language) ?? [])];
  const named = (type: number) => [
    ...new Set(parts.filter((part) => part.type === type).map(({ value = "" }) => value)),
  ];
  return { inserted: named(argument), counted: named(plural) };
}

export type MessageProblem = "text-not-a-message" | "text-parameter-unknown";

/**
 * What keeps a text of an organisation from being said in place of a message of ours. It may leave parameters out, and
 * use no others; only what ours counts can be counted, and nothing else of the message format is taken, so that
 * whatever is inserted fits. A brace within apostrophes would be shown as a brace, which nobody means.
 */
export function messageProblem(
  text: string,
  language: string,
  { inserted, counted }: MessageParts,
): MessageProblem | undefined {
  const parsed = parse(text, language);
  if (parsed === undefined) return "text-not-a-message";
  const parts = [...eachPart(parsed)];
  const isTaken = ({ type, value = "" }: MessagePart) =>
    type === pound || type === argument || type === plural || (type === literal && !/[{}]/.test(value));
  if (!parts.every(isTaken)) return "text-not-a-message";
  const isKnown = ({ type, value = "" }: MessagePart) =>
    type === argument
      ? inserted.includes(value) || counted.includes(value)
      : type !== plural || counted.includes(value);
  return parts.every(isKnown) ? undefined : "text-parameter-unknown";
}

function parse(text: string, language: string): readonly MessagePart[] | undefined {
  try {
    return new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
  } catch {
    return undefined;
  }
}

/** Every part, those within plurals too. */
function* eachPart(parts: readonly MessagePart[]): Generator<MessagePart> {
  for (const part of parts) {
    yield part;
    for (const option of Object.values(part.options ?? {})) yield* eachPart(option.value);
  }
}
