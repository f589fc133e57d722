import { html } from "hono/html";
import type { Language } from "../../../foundation/language.ts";
import type { Html } from "./html.ts";

/** `day` is a date in short, for tables. */
export type MomentStyle = "day" | "date" | "time" | "date-time";

const formatOptions: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  date: { day: "numeric", month: "long", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit", timeZoneName: "short" },
  "date-time": {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
};

/** A moment in the page's language; in UTC from here, in the reader's own zone once the page's script has run. */
export function moment(language: Language, when: Date, style: MomentStyle): Html {
  return html`<time datetime="${when.toISOString()}" data-moment="${style}">${momentText(language, when, style)}</time>`;
}

/** The same as plain text, in UTC. */
function momentText(language: Language, when: Date, style: MomentStyle): string {
  return new Intl.DateTimeFormat(language, { ...formatOptions[style], timeZone: "UTC" }).format(when);
}
