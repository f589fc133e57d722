/** The languages every mail exists in. */
export const mailLanguages = ["en", "es", "fr", "de", "ja"] as const;

export type MailLanguage = (typeof mailLanguages)[number];

/** The direction each language is written in. */
export const mailDirections: Record<MailLanguage, "ltr" | "rtl"> = {
  en: "ltr",
  es: "ltr",
  fr: "ltr",
  de: "ltr",
  ja: "ltr",
};

/**
 * The language to write in: the first tag, best first, whose language there is (`de-AT` is German), else English.
 */
export function chooseMailLanguage(tags: readonly (string | undefined | null)[]): MailLanguage {
  for (const tag of tags) {
    const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
    const language = mailLanguages.find((known) => known === primary);
    if (language !== undefined) return language;
  }
  return "en";
}
