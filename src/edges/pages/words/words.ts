import { html } from "hono/html";
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../../foundation/language.ts";
import type { Html } from "../layout/html.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english, type Messages } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import type { MessageParameters } from "./message-parameters.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";

export type MessageKey = keyof typeof english;
/** The keys of messages without parameters, for tables of words. */
export type PlainMessageKey = {
  [Key in MessageKey]: [MessageParameters<(typeof english)[Key]>] extends [never] ? Key : never;
}[MessageKey];

type TextValues<Key extends MessageKey> = Readonly<
  Record<MessageParameters<(typeof english)[Key]>, string | number>
>;
type RichValues<Key extends MessageKey> = Readonly<
  Record<MessageParameters<(typeof english)[Key]>, string | number | Html>
>;
type Arguments<Key extends MessageKey, Values> = [MessageParameters<(typeof english)[Key]>] extends [never]
  ? []
  : [values: Values];

/** Speaks one language: call it for plain text, `rich` for HTML in which each inserted value is set apart by `<bdi>`. */
export interface Translator {
  <Key extends MessageKey>(key: Key, ...values: Arguments<Key, TextValues<Key>>): string;
  rich<Key extends MessageKey>(key: Key, ...values: Arguments<Key, RichValues<Key>>): Html;
  readonly language: Language;
}

/** Every message in every language. */
export const messagesByLanguage: Readonly<Record<Language, Messages>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  nl: dutch,
  pl: polish,
  pt: portuguese,
};

/** A message as it stands in its file, with its parameters in braces. */
export function messageOf(language: Language, key: MessageKey): string {
  return messagesByLanguage[language][key];
}

const translators = new Map<Language, Translator>();

/** The translator of a language. */
export function words(language: Language): Translator {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const translator = makeTranslator(language, messagesByLanguage[language]);
  translators.set(language, translator);
  return translator;
}

/** What an organisation says in place of messages of ours. */
export type OwnWords = Readonly<Partial<Record<MessageKey, string>>>;

/**
 * The translator of a page on which an organisation may say some things in its own words. They were found right when
 * they were written; should one not fit any more, what we say takes its place again.
 */
export function wordsOf({
  language,
  ownWords,
}: {
  readonly language: Language;
  readonly ownWords?: OwnWords | undefined;
}): Translator {
  const ours = words(language);
  if (ownWords === undefined) return ours;
  const own = makeTranslator(language, ownWords as Messages);
  const speak =
    <Values extends readonly unknown[], Spoken>(
      inOwn: (key: MessageKey, ...values: Values) => Spoken,
      inOurs: (key: MessageKey, ...values: Values) => Spoken,
    ) =>
    (key: MessageKey, ...values: Values): Spoken => {
      if (ownWords[key] === undefined) return inOurs(key, ...values);
      try {
        return inOwn(key, ...values);
      } catch {
        return inOurs(key, ...values);
      }
    };
  const text = speak(own as PlainSpeaker<string>, ours as PlainSpeaker<string>);
  const rich = speak(own.rich as PlainSpeaker<Html>, ours.rich as PlainSpeaker<Html>);
  return Object.assign(text, { rich, language }) as Translator;
}

type PlainSpeaker<Spoken> = (key: MessageKey, ...values: unknown[]) => Spoken;

function makeTranslator(language: Language, messages: Messages): Translator {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const formatOf = (key: MessageKey): IntlMessageFormat => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(messages[key], language, undefined, { ignoreTag: true });
    formats.set(key, made);
    return made;
  };
  const text = (key: MessageKey, values?: Record<string, string | number>): string =>
    String(formatOf(key).format(values));
  const rich = (key: MessageKey, values?: Record<string, string | number | Html>): Html => {
    // Text is wrapped in an object so that the formatter hands it back as a part of its own instead of joining it.
    const wrapped = Object.entries(values ?? {}).map(([name, value]) => [
      name,
      typeof value === "number" ? value : { value },
    ]);
    const parts = formatOf(key).formatToParts<{ value: string | Html }>(Object.fromEntries(wrapped));
    return html`${parts.map((part) => (typeof part.value === "object" ? html`<bdi>${part.value.value}</bdi>` : part.value))}`;
  };
  return Object.assign(text, { rich, language }) as Translator;
}
