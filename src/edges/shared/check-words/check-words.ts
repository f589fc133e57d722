import type { Language } from "../../../foundation/language.ts";
import { arabicChecks } from "./ar.ts";
import { germanChecks } from "./de.ts";
import { englishChecks } from "./en.ts";
import { spanishChecks } from "./es.ts";
import { frenchChecks } from "./fr.ts";
import { italianChecks } from "./it.ts";
import { japaneseChecks } from "./ja.ts";
import { dutchChecks } from "./nl.ts";
import { polishChecks } from "./pl.ts";
import { portugueseChecks } from "./pt.ts";
import type { WordsOfChecks } from "./words-of-checks.ts";

/** Pages speak them all; Graph and the command line speak English. */
export const checkWords: Readonly<Record<Language, WordsOfChecks>> = {
  ar: arabicChecks,
  de: germanChecks,
  en: englishChecks,
  es: spanishChecks,
  fr: frenchChecks,
  it: italianChecks,
  ja: japaneseChecks,
  nl: dutchChecks,
  pl: polishChecks,
  pt: portugueseChecks,
};
