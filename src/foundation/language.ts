interface LanguageFacts {
  /** What the language calls itself, for menus. */
  readonly ownName: string;
  /** The direction it is written in. */
  readonly direction: "ltr" | "rtl";
}

/**
 * The languages every page and mail exists in, as menus list them. A row here asks for the words of the language in
 * every table of words: what is missing does not compile.
 */
const languageTable = {
  de: { ownName: "Deutsch", direction: "ltr" },
  en: { ownName: "English", direction: "ltr" },
  es: { ownName: "Español", direction: "ltr" },
  fr: { ownName: "Français", direction: "ltr" },
  it: { ownName: "Italiano", direction: "ltr" },
  nl: { ownName: "Nederlands", direction: "ltr" },
  pl: { ownName: "Polski", direction: "ltr" },
  pt: { ownName: "Português (Brasil)", direction: "ltr" },
  ar: { ownName: "العربية", direction: "rtl" },
  ja: { ownName: "日本語", direction: "ltr" },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof languageTable;

export const languages = Object.keys(languageTable) as readonly Language[];

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = languageTable;

/** `de-AT` and `DE` are both German: only the primary subtag counts. Undefined for a language that is not spoken here. */
export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}
