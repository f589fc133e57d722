import { type Language, languageOfTag, languages } from "../../../foundation/language.ts";

export interface LanguageWishes {
  /** The `ui_locales` parameter: tags separated by blanks, the favourite first (OpenID Connect Core 3.1.2.1). */
  readonly uiLocales?: string | undefined;
  /** The language kept from an earlier choice. */
  readonly cookie?: string | undefined;
  /** The browser's `Accept-Language` header. */
  readonly acceptLanguage?: string | undefined;
}

/** The languages that there are to choose from, and the one for whoever reads none of them. */
export interface OfferedLanguages {
  readonly languages: readonly Language[];
  readonly fallback: Language;
}

const everyLanguage: OfferedLanguages = { languages, fallback: "en" };

/** The language to answer in: what the person asked for now, chose before, or prefers in general; else the fallback. */
export function chooseLanguage(wishes: LanguageWishes, offered: OfferedLanguages = everyLanguage): Language {
  const tags = [
    ...(wishes.uiLocales ?? "").split(/[\s,]+/),
    wishes.cookie ?? "",
    ...acceptedTags(wishes.acceptLanguage ?? ""),
  ];
  for (const tag of tags) {
    const language = languageOfTag(tag);
    if (language !== undefined && offered.languages.includes(language)) return language;
  }
  return offered.fallback;
}

/** The tags of an `Accept-Language` header, best first, refused ones (`q=0`) dropped (RFC 9110 section 12.5.4). */
function acceptedTags(header: string): string[] {
  return header
    .split(",")
    .slice(0, 20)
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
