import { IntlMessageFormat } from "intl-messageformat";
import { type Language, languages } from "../../../foundation/language.ts";
import type { MessageParameters } from "../../../foundation/message-parameters.ts";
import { escaped, isolated, typedLine } from "./typed-text.ts";

/** One sentence in both forms of a mail. */
export interface Sentence {
  readonly html: string;
  readonly text: string;
}

/** A text typed by a person, a count, or a sentence part made before. */
export type SentenceValue = string | number | Sentence;

type Values<Message extends string> = [MessageParameters<Message>] extends [never]
  ? []
  : [values: Readonly<Record<MessageParameters<Message>, SentenceValue>>];

/** Speaks one language in mails. Texts in values are escaped, set apart for bidirectional writing, and kept to one line. */
export type MailWords<Texts extends Readonly<Record<string, string>>> = <Key extends keyof Texts & string>(
  key: Key,
  ...values: Values<Texts[Key]>
) => Sentence;

/** The words of a mail in every language; a language that lacks a sentence does not compile. */
export function mailWords<const Texts extends Readonly<Record<string, string>>>(
  texts: { readonly en: Texts } & Readonly<Record<Language, Readonly<Record<keyof Texts, string>>>>,
): (language: Language) => MailWords<Texts> {
  const byLanguage = Object.fromEntries(
    languages.map((language) => [language, speakerOf(language, texts[language])]),
  ) as Record<Language, MailWords<Texts>>;
  return (language) => byLanguage[language];
}

/** What the formatter carries without looking inside. */
type Piece = { readonly sentence: Sentence };

function speakerOf<Texts extends Readonly<Record<string, string>>>(
  language: Language,
  texts: Texts,
): MailWords<Texts> {
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(texts[key] ?? "", language);
    formats.set(key, made);
    return made;
  };
  return (key, ...[values]) => {
    const pieces = Object.entries<SentenceValue>(values ?? {}).map(([name, value]) => [
      name,
      asPiece(language, value),
    ]);
    const parts = formatOf(key).formatToParts<Piece>({ ...Object.fromEntries(pieces), b: bold });
    return joined(parts.map((part) => part.value));
  };
}

function asPiece(language: Language, value: SentenceValue): Piece | number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return { sentence: value };
  const line = typedLine(value);
  return { sentence: { html: `<bdi>${escaped(line)}</bdi>`, text: isolated(language, line) } };
}

/** `<b>…</b>` in a message. */
function bold(parts: readonly (string | Piece)[]): Piece {
  const inner = joined(parts);
  return { sentence: { html: `<strong style="font-weight:600">${inner.html}</strong>`, text: inner.text } };
}

function joined(parts: readonly (string | Piece)[]): Sentence {
  return {
    html: parts.map((part) => (typeof part === "string" ? escaped(part) : part.sentence.html)).join(""),
    text: parts.map((part) => (typeof part === "string" ? part : part.sentence.text)).join(""),
  };
}
