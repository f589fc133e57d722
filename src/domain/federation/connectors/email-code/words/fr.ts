import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in French. */
export const french: CodeTexts = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{code} est votre code pour {target}",
  preheader: "{code} – valable {minutes, plural, one {# minute} other {# minutes}}. Ne le donnez à personne.",
  "for-application": "Voici votre code pour <b>{application}</b> de <b>{organisation}</b>.",
  "for-organisation": "Voici votre code pour <b>{organisation}</b>.",
  enter:
    "Saisissez-le sur la page où vous l’avez demandé. Il est valable une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}.",
  place: "Il a été demandé depuis {place}.",
  "never-title": "Ne donnez ce code à personne.",
  never: "Ni {organisation} ni Guesthouse ne vous le demandera jamais.",
  "unexpected-title": "Vous n’avez pas demandé de code ?",
  unexpected:
    "Quelqu’un a alors saisi votre adresse par erreur. Ignorez ce message : sans le code, personne ne peut se connecter à votre place.",
  why: "Ce message a été envoyé parce que votre adresse a été saisie pour se connecter à {organisation}.",
};
