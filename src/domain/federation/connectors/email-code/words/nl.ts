import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Dutch. */
export const dutch: CodeTexts = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{code} is uw code voor {target}",
  preheader:
    "{code} – geldig gedurende {minutes, plural, one {# minuut} other {# minuten}}. Geef hem aan niemand.",
  "for-application": "Dit is uw code voor <b>{application}</b> van <b>{organisation}</b>.",
  "for-organisation": "Dit is uw code voor <b>{organisation}</b>.",
  enter:
    "Voer hem in op de pagina waar u erom heeft gevraagd. Hij werkt één keer, binnen {minutes, plural, one {# minuut} other {# minuten}}.",
  place: "De code is aangevraagd vanaf {place}.",
  "never-title": "Geef deze code aan niemand.",
  never: "Niemand bij {organisation} of Guesthouse zal u er ooit om vragen.",
  "unexpected-title": "Heeft u geen code aangevraagd?",
  unexpected:
    "Dan heeft iemand per ongeluk uw adres ingevoerd. Negeer deze e-mail: zonder de code kan niemand zich als u aanmelden.",
  why: "Deze e-mail is gestuurd omdat uw adres is ingevoerd om aan te melden bij {organisation}.",
};
