import { germanChecks } from "./de.ts";
import { englishChecks } from "./en.ts";
import { spanishChecks } from "./es.ts";
import { frenchChecks } from "./fr.ts";
import { japaneseChecks } from "./ja.ts";
import type { WordsOfChecks } from "./words-of-checks.ts";

/** Pages speak them all; Graph and the command line speak English. */
export const checkWords = {
  en: englishChecks,
  es: spanishChecks,
  fr: frenchChecks,
  de: germanChecks,
  ja: japaneseChecks,
} as const satisfies Readonly<Record<string, WordsOfChecks>>;
