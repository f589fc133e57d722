import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in German. */
export const german: FactorTexts = {
  "from-name": "{organisation} über Guesthouse",
  "set-up-subject": "Authenticator-App hinzugefügt: {organisation}",
  "removed-subject": "Authenticator-App entfernt: {organisation}",
  "reset-subject": "Authenticator-App zurückgesetzt: {organisation}",
  preheader: "Wenn Sie das nicht waren, lesen Sie, was zu tun ist.",
  "set-up-intro":
    "Am {date} wurde Ihrem Konto <b>{address}</b> bei <b>{organisation}</b> eine Authenticator-App hinzugefügt.",
  "set-up-next": "Wenn Sie sich dort anmelden, kann nach einem Code aus dieser App gefragt werden.",
  "removed-intro":
    "Am {date} wurde die Authenticator-App Ihres Kontos <b>{address}</b> bei <b>{organisation}</b> entfernt.",
  "removed-next":
    "Sie können jederzeit eine andere einrichten und werden vielleicht bei der nächsten Anmeldung darum gebeten.",
  "reset-intro":
    "Am {date} wurde die Authenticator-App Ihres Kontos <b>{address}</b> bei <b>{organisation}</b> von der Verwaltung zurückgesetzt.",
  "reset-next":
    "Ihre Codes gelten nicht mehr. Bei der nächsten Anmeldung werden Sie vielleicht gebeten, eine andere App einzurichten.",
  "not-you-title": "Das waren nicht Sie, und Sie haben niemanden darum gebeten?",
  "not-you-write":
    "Schreiben Sie sofort an {contact}: Vielleicht kann sich jemand anderes in Ihrem Namen anmelden.",
  "not-you-tell":
    "Sagen Sie es sofort den Menschen, die Sie bei {organisation} kennen: Vielleicht kann sich jemand anderes in Ihrem Namen anmelden.",
  why: "{organisation} sendet Ihnen diese E-Mail, damit keine Änderung an Ihrer Anmeldung unbemerkt bleibt.",
};
