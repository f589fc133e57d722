import type { Language } from "../../../foundation/language.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in a language, with its zone: a mail is read anywhere. An unknown zone is UTC. */
export function mailMoment(language: Language, moment: Date, timeZone = "UTC"): string {
  return formatOf(language, timeZone).format(moment);
}

function formatOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const name = `${language} ${timeZone}`;
  const known = formats.get(name);
  if (known) return known;
  const made = makeFormat(language, timeZone);
  formats.set(name, made);
  return made;
}

function makeFormat(language: Language, timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  };
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  }
}
