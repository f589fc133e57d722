import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Italian. */
export const italian: ApprovalTexts = {
  "from-name": "{organisation} tramite Guesthouse",
  "request-subject": "{person} chiede di usare {application}",
  "request-preheader": "Approvare o rifiutare la richiesta. Termina il {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) chiede di essere ospite di {organisation} e di usare <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> garantisce per questo indirizzo.",
  "proven-by-code": "L’indirizzo è stato dimostrato con un codice inviato a esso.",
  answers: "{person} ha risposto:",
  decide: "Approva o rifiuta",
  "decide-link-beside": "Il pulsante non funziona? Aprire questo indirizzo:",
  "decide-link-alone": "Approvare o rifiutare a questo indirizzo:",
  "decide-until":
    "La richiesta è aperta fino al <b>{date}</b>. Nulla viene creato prima che qualcuno approvi, e chi decide per primo decide per tutti.",
  "unsure-title": "Non conosce questa persona?",
  unsure:
    "Chiedere prima in {organisation} oppure rifiutare la richiesta. {person} legge il motivo indicato.",
  "request-why":
    "{organisation} le invia questa e-mail perché decide sulle richieste di registrazione. È stata consegnata da Guesthouse su {host}.",
  "approved-subject": "{organisation} ha approvato la richiesta per {application}",
  "approved-preheader": "Ora può usare {application}.",
  "approved-intro":
    "{organisation} ha approvato la richiesta. Ora è suo ospite e può usare <b>{application}</b>.",
  "reason-label": "{organisation} scrive:",
  open: "Apri {application}",
  "open-link-beside": "Il pulsante non funziona? Aprire questo indirizzo:",
  "open-link-alone": "Aprire {application} a questo indirizzo:",
  "sign-in": "Accedere nello stesso modo usato per la richiesta.",
  "denied-subject": "{organisation} ha rifiutato la richiesta per {application}",
  "denied-preheader": "Non è stato creato alcun account.",
  "denied-intro":
    "{organisation} ha rifiutato la richiesta di usare <b>{application}</b>. Non è stato creato alcun account.",
  "denied-todo": "Si può inviare una nuova richiesta dopo un giorno.",
  "denied-ask": "Si può inviare una nuova richiesta dopo un giorno. Per domande, scrivere a {contact}.",
  "decision-why":
    "{organisation} le invia questa e-mail perché è stato chiesto un account con questo indirizzo. È stata consegnata da Guesthouse su {host}.",
};
