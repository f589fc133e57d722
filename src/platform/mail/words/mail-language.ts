import { type Language, languageOfTag } from "../../../foundation/language.ts";

/** The language to write in: that of the first tag, best first, that is spoken here; else English. */
export function chooseMailLanguage(tags: readonly (string | undefined | null)[]): Language {
  for (const tag of tags) {
    const language = languageOfTag(tag ?? "");
    if (language !== undefined) return language;
  }
  return "en";
}
