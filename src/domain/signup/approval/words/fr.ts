import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in French. */
export const french: ApprovalTexts = {
  "from-name": "{organisation} via Guesthouse",
  "request-subject": "{person} demande à utiliser {application}",
  "request-preheader": "Approuvez ou refusez la demande. Elle prend fin le {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) demande à devenir invité de {organisation} et à utiliser <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> se porte garant de cette adresse.",
  "proven-by-code": "L’adresse a été prouvée par un code qui y a été envoyé.",
  answers: "{person} a répondu :",
  decide: "Approuver ou refuser",
  "decide-link-beside": "Le bouton ne fonctionne pas ? Ouvrez cette adresse :",
  "decide-link-alone": "Approuvez ou refusez à cette adresse :",
  "decide-until":
    "La demande est ouverte jusqu’au <b>{date}</b>. Rien n’est créé avant une approbation, et la première décision vaut pour tous.",
  "unsure-title": "Vous ne connaissez pas cette personne ?",
  unsure:
    "Renseignez-vous d’abord auprès de {organisation}, ou refusez la demande. {person} lira le motif que vous indiquez.",
  "request-why":
    "{organisation} vous envoie cet e-mail parce que vous décidez des demandes d’inscription. Il a été remis par Guesthouse sur {host}.",
  "approved-subject": "{organisation} a approuvé votre demande pour {application}",
  "approved-preheader": "Vous pouvez maintenant utiliser {application}.",
  "approved-intro":
    "{organisation} a approuvé votre demande. Vous êtes maintenant son invité et pouvez utiliser <b>{application}</b>.",
  "reason-label": "{organisation} écrit :",
  open: "Ouvrir {application}",
  "open-link-beside": "Le bouton ne fonctionne pas ? Ouvrez cette adresse :",
  "open-link-alone": "Ouvrez {application} à cette adresse :",
  "sign-in": "Connectez-vous comme au moment de votre demande.",
  "denied-subject": "{organisation} a refusé votre demande pour {application}",
  "denied-preheader": "Aucun compte n’a été créé.",
  "denied-intro":
    "{organisation} a refusé votre demande d’utiliser <b>{application}</b>. Aucun compte n’a été créé pour vous.",
  "denied-todo": "Vous pouvez faire une nouvelle demande après un jour.",
  "denied-ask":
    "Vous pouvez faire une nouvelle demande après un jour. Pour toute question, écrivez à {contact}.",
  "decision-why":
    "{organisation} vous envoie cet e-mail parce que vous avez demandé un compte avec cette adresse. Il a été remis par Guesthouse sur {host}.",
};
