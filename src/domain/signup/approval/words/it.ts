import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Italian. */
export const italian: ApprovalTexts = {
  "from-name": "{organisation} tramite Guesthouse",
  "request-subject": "{person} chiede di usare {application}",
  "request-preheader": "Approvi o rifiuti la richiesta. Termina il {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) chiede di essere ospite di {organisation} e di usare <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> garantisce per questo indirizzo.",
  "proven-by-code": "L’indirizzo è stato dimostrato con un codice inviato a esso.",
  answers: "{person} ha risposto:",
  decide: "Approva o rifiuta",
  "decide-link-beside": "Il pulsante non funziona? Apra questo indirizzo:",
  "decide-link-alone": "Approvi o rifiuti a questo indirizzo:",
  "decide-until":
    "La richiesta è aperta fino al <b>{date}</b>. Nulla viene creato prima che qualcuno approvi, e chi decide per primo decide per tutti.",
  "unsure-title": "Non conosce questa persona?",
  unsure:
    "Chieda prima in {organisation} oppure rifiuti la richiesta. {person} leggerà il motivo che indica.",
  "request-why":
    "{organisation} Le invia questa e-mail perché decide sulle richieste di registrazione. È stata consegnata da Guesthouse su {host}.",
  "approved-subject": "{organisation} ha approvato la richiesta per {application}",
  "approved-preheader": "Ora può usare {application}.",
  "approved-intro":
    "{organisation} ha approvato la Sua richiesta. Ora è suo ospite e può usare <b>{application}</b>.",
  "reason-label": "{organisation} scrive:",
  open: "Apri {application}",
  "open-link-beside": "Il pulsante non funziona? Apra questo indirizzo:",
  "open-link-alone": "Apra {application} a questo indirizzo:",
  "sign-in": "Acceda nello stesso modo in cui ha inviato la richiesta.",
  "denied-subject": "{organisation} ha rifiutato la richiesta per {application}",
  "denied-preheader": "Non è stato creato alcun account.",
  "denied-intro":
    "{organisation} ha rifiutato la Sua richiesta di usare <b>{application}</b>. Non è stato creato alcun account per Lei.",
  "denied-todo": "Può inviare una nuova richiesta dopo un giorno.",
  "denied-ask": "Può inviare una nuova richiesta dopo un giorno. Per domande, scriva a {contact}.",
  "decision-why":
    "{organisation} Le invia questa e-mail perché ha chiesto un account con questo indirizzo. È stata consegnata da Guesthouse su {host}.",
};
