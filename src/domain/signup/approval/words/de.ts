import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in German. */
export const german: ApprovalTexts = {
  "from-name": "{organisation} über Guesthouse",
  "request-subject": "{person} möchte {application} nutzen",
  "request-preheader": "Genehmigen Sie die Anfrage oder lehnen Sie sie ab. Sie endet am {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) möchte Gast von {organisation} werden und <b>{application}</b> nutzen.",
  "proven-by-organisation": "<b>{proof}</b> bürgt für diese Adresse.",
  "proven-by-code": "Die Adresse wurde durch einen dorthin gesendeten Code nachgewiesen.",
  answers: "{person} hat geantwortet:",
  decide: "Genehmigen oder ablehnen",
  "decide-link-beside": "Die Schaltfläche funktioniert nicht? Öffnen Sie diese Adresse:",
  "decide-link-alone": "Genehmigen Sie die Anfrage oder lehnen Sie sie ab unter dieser Adresse:",
  "decide-until":
    "Die Anfrage ist bis <b>{date}</b> offen. Vor einer Genehmigung wird nichts angelegt, und wer zuerst entscheidet, entscheidet für alle.",
  "unsure-title": "Sie kennen diese Person nicht?",
  unsure:
    "Fragen Sie zuerst bei {organisation} nach, oder lehnen Sie die Anfrage ab. {person} liest die Begründung, die Sie angeben.",
  "request-why":
    "{organisation} sendet Ihnen diese E-Mail, weil Sie über Anfragen zur Registrierung entscheiden. Zugestellt von Guesthouse auf {host}.",
  "approved-subject": "{organisation} hat Ihre Anfrage zu {application} genehmigt",
  "approved-preheader": "Sie können {application} jetzt nutzen.",
  "approved-intro":
    "{organisation} hat Ihre Anfrage genehmigt. Sie sind jetzt Gast und können <b>{application}</b> nutzen.",
  "reason-label": "{organisation} schreibt:",
  open: "{application} öffnen",
  "open-link-beside": "Die Schaltfläche funktioniert nicht? Öffnen Sie diese Adresse:",
  "open-link-alone": "Öffnen Sie {application} unter dieser Adresse:",
  "sign-in": "Melden Sie sich so an wie bei Ihrer Anfrage.",
  "denied-subject": "{organisation} hat Ihre Anfrage zu {application} abgelehnt",
  "denied-preheader": "Es wurde kein Konto angelegt.",
  "denied-intro":
    "{organisation} hat Ihre Anfrage abgelehnt, <b>{application}</b> zu nutzen. Für Sie wurde kein Konto angelegt.",
  "denied-todo": "Sie können nach einem Tag erneut anfragen.",
  "denied-ask": "Sie können nach einem Tag erneut anfragen. Bei Fragen schreiben Sie an {contact}.",
  "decision-why":
    "{organisation} sendet Ihnen diese E-Mail, weil Sie mit dieser Adresse ein Konto angefragt haben. Zugestellt von Guesthouse auf {host}.",
};
