/** The languages every page and mail exists in. */
export const languages = ["en", "es", "fr", "de", "ja"] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself, for the language menu. */
export const languageNames: Record<Language, string> = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  ja: "日本語",
};

/** The direction each language is written in. */
export const languageDirections: Record<Language, "ltr" | "rtl"> = {
  en: "ltr",
  es: "ltr",
  fr: "ltr",
  de: "ltr",
  ja: "ltr",
};
