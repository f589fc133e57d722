import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Italian. */
export const italian: CodeTexts = {
  "from-name": "{organisation} tramite Guesthouse",
  subject: "{code} è il codice per {target}",
  preheader:
    "{code} – valido per {minutes, plural, one {# minuto} many {# di minuti} other {# minuti}}. Non darlo a nessuno.",
  "for-application": "Questo è il codice per <b>{application}</b> di <b>{organisation}</b>.",
  "for-organisation": "Questo è il codice per <b>{organisation}</b>.",
  enter:
    "Inserirlo nella pagina in cui è stato richiesto. Vale una volta, entro {minutes, plural, one {# minuto} many {# di minuti} other {# minuti}}.",
  place: "È stato richiesto da {place}.",
  "never-title": "Non dare questo codice a nessuno.",
  never: "Nessuno presso {organisation} o Guesthouse lo chiederà mai.",
  "unexpected-title": "Codice non richiesto?",
  unexpected:
    "Probabilmente qualcuno ha scritto questo indirizzo per errore. Ignorare questa email: senza il codice nessuno può accedere con questo account.",
  why: "Questa email è stata inviata perché questo indirizzo è stato inserito per accedere a {organisation}.",
};
