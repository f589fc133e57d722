import type { Language } from "../../../foundation/language.ts";
import { mailWords } from "../../../platform/mail/words/mail-words.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english, type FactorTexts } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";

/** What the mails about authenticator apps say, by language. */
export const factorTexts: Readonly<Record<Language, FactorTexts>> & { readonly en: typeof english } = {
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

/** The words of the mails about authenticator apps, by language. */
export const factorWords: ReturnType<typeof mailWords<typeof english>> = mailWords(factorTexts);
