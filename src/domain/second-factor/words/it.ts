import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Italian. */
export const italian: FactorTexts = {
  "from-name": "{organisation} tramite Guesthouse",
  "set-up-subject": "App di autenticazione aggiunta: {organisation}",
  "removed-subject": "App di autenticazione rimossa: {organisation}",
  "reset-subject": "App di autenticazione reimpostata: {organisation}",
  preheader: "Se non è stato lei, legga che cosa fare.",
  "set-up-intro":
    "Il {date} è stata aggiunta un’app di autenticazione al suo account <b>{address}</b> presso <b>{organisation}</b>.",
  "set-up-next": "Quando accede, le potrà essere chiesto un codice di questa app.",
  "removed-intro":
    "Il {date} è stata rimossa l’app di autenticazione del suo account <b>{address}</b> presso <b>{organisation}</b>.",
  "removed-next":
    "Può configurarne un’altra in qualsiasi momento, e forse le sarà chiesto al prossimo accesso.",
  "reset-intro":
    "Il {date} un amministratore ha reimpostato l’app di autenticazione del suo account <b>{address}</b> presso <b>{organisation}</b>.",
  "reset-next":
    "I suoi codici non valgono più. Al prossimo accesso forse le sarà chiesto di configurarne un’altra.",
  "not-you-title": "Non è stato lei e non lo ha chiesto a nessuno?",
  "not-you-write": "Scriva subito a {contact}: qualcun altro potrebbe accedere al suo posto.",
  "not-you-tell":
    "Avvisi subito le persone che conosce presso {organisation}: qualcun altro potrebbe accedere al suo posto.",
  why: "{organisation} le invia questa e-mail perché nessuna modifica al suo modo di accedere passi inosservata.",
};
