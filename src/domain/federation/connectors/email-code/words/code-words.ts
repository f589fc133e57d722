import type { Language } from "../../../../../foundation/language.ts";
import { mailWords } from "../../../../../platform/mail/words/mail-words.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { type CodeTexts, english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";

/** What mails with one-time codes say, by language. */
export const codeTexts: Readonly<Record<Language, CodeTexts>> & { readonly en: typeof english } = {
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

/** The words of mails with one-time codes, by language. */
export const codeWords: ReturnType<typeof mailWords<typeof english>> = mailWords(codeTexts);
