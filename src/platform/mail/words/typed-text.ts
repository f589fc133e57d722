import { type Language, languageFacts } from "../../../foundation/language.ts";
import { headerText } from "../header-text.ts";

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;
/** What may change its place between Arabic words: anything but their letters, blanks, and a plain number. */
const notRightToLeft = /[^\s\d\u0590-\u08ff]/;
const firstStrongIsolate = "\u2068";
const popDirectionalIsolate = "\u2069";

/** A name or other single line that a person typed, fit to stand in a mail: no control characters, not endless. */
export function typedLine(text: string, longest = 120): string {
  return shorten(headerText(text), longest);
}

/** Several lines that a person typed; at most one empty line in a row. */
export function typedLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(headerText)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Keeps the direction of a typed text to itself where HTML's <bdi> is not there to do it. */
export function isolated(language: Language, text: string): string {
  const foreign = languageFacts[language].direction === "rtl" ? notRightToLeft : rightToLeft;
  return foreign.test(text) ? `${firstStrongIsolate}${text}${popDirectionalIsolate}` : text;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The number of characters as a reader counts them. */
export function lengthOf(text: string): number {
  return isPlain(text) ? text.length : [...segmenter.segment(text)].length;
}

/** Text of at most `longest` characters, an ellipsis for what is missing. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...segmenter.segment(text)].map(({ segment }) => segment);
  if (characters.length <= longest) return text;
  return `${characters
    .slice(0, longest - 1)
    .join("")
    .trimEnd()}…`;
}

function isPlain(text: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u017f]*$/.test(text);
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
