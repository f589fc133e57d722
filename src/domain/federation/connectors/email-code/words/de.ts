import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in German. */
export const german: CodeTexts = {
  "from-name": "{organisation} über Guesthouse",
  subject: "{code} ist Ihr Code für {target}",
  preheader:
    "{code} – gültig für {minutes, plural, one {# Minute} other {# Minuten}}. Geben Sie ihn niemandem.",
  "for-application": "Das ist Ihr Code für <b>{application}</b> von <b>{organisation}</b>.",
  "for-organisation": "Das ist Ihr Code für <b>{organisation}</b>.",
  enter:
    "Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt einmal und {minutes, plural, one {# Minute} other {# Minuten}} lang.",
  place: "Angefordert wurde er von {place}.",
  "never-title": "Geben Sie diesen Code niemandem.",
  never: "Weder {organisation} noch Guesthouse wird Sie je danach fragen.",
  "unexpected-title": "Sie haben keinen Code angefordert?",
  unexpected:
    "Dann hat jemand versehentlich Ihre Adresse eingegeben. Ignorieren Sie diese E-Mail: Ohne den Code kann sich niemand in Ihrem Namen anmelden.",
  why: "Sie erhalten diese E-Mail, weil Ihre Adresse zur Anmeldung bei {organisation} eingegeben wurde.",
};
