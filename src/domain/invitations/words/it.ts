import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Italian. */
export const italian: InvitationTexts = {
  "from-name": "{organisation} tramite Guesthouse",
  subject: "Invito di {inviter}: {target}",
  "subject-from-organisation": "Invito di {inviter}: {target}",
  "subject-no-target": "{inviter} la invita come ospite",
  preheader: "Accettare l’invito di {organisation} ({domain}).",
  greeting: "Buongiorno {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application": "{inviter} di {organisation} la invita a usare <b>{application}</b> come ospite.",
  intro: "{inviter} di {organisation} la invita come ospite.",
  "intro-from-organisation-to-application":
    "{organisation} la invita a usare <b>{application}</b> come ospite.",
  "intro-from-organisation": "{organisation} la invita come ospite.",
  "message-label": "{inviter} scrive:",
  "message-label-organisation": "{organisation} scrive:",
  accept: "Accetta l’invito",
  "link-beside-button": "Il pulsante non funziona? Aprire questo indirizzo:",
  "link-alone": "Accettare l’invito a questo indirizzo:",
  "leads-to": "Dopo l’accettazione si prosegue su <b>{host}</b>.",
  until: "Scadenza dell’invito: <b>{date}</b>.",
  "no-end": "L’invito non scade.",
  "unexpected-title": "Invito inatteso?",
  unexpected: "In tal caso ignorare questa email: senza accettazione non succede nulla.",
  "unexpected-ask":
    "In tal caso ignorare questa email: senza accettazione non succede nulla. Se resta un dubbio, rivolgersi prima a {contact}.",
  why: "{organisation} invia questa email perché {inviter} ha inserito questo indirizzo per un invito. La consegna è a cura di Guesthouse su {host}.",
  "why-organisation":
    "{organisation} invia questa email perché questo indirizzo è stato inserito per un invito. La consegna è a cura di Guesthouse su {host}.",
};
