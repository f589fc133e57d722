import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in French. */
export const french: InvitationTexts = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{inviter} vous invite à rejoindre {target}",
  "subject-from-organisation": "{inviter} vous invite à rejoindre {target}",
  "subject-no-target": "{inviter} vous envoie une invitation",
  preheader: "Acceptez l’invitation de {organisation} ({domain}).",
  greeting: "Bonjour {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter}, de {organisation}, vous invite à utiliser <b>{application}</b> en tant qu’invité.",
  intro: "{inviter}, de {organisation}, vous invite en tant qu’invité.",
  "intro-from-organisation-to-application":
    "{organisation} vous invite à utiliser <b>{application}</b> en tant qu’invité.",
  "intro-from-organisation": "{organisation} vous invite en tant qu’invité.",
  "message-label": "{inviter} vous écrit :",
  "message-label-organisation": "{organisation} vous écrit :",
  accept: "Accepter l’invitation",
  "link-beside-button": "Le bouton ne fonctionne pas ? Ouvrez cette adresse :",
  "link-alone": "Acceptez l’invitation à cette adresse :",
  "leads-to": "Une fois l’invitation acceptée, vous continuez vers <b>{host}</b>.",
  until: "L’invitation est valable jusqu’au <b>{date}</b>.",
  "no-end": "L’invitation n’a pas de date de fin.",
  "unexpected-title": "Vous ne l’attendiez pas ?",
  unexpected: "Ignorez alors ce message : rien ne se passe tant que vous n’acceptez pas.",
  "unexpected-ask":
    "Ignorez alors ce message : rien ne se passe tant que vous n’acceptez pas. En cas de doute, renseignez-vous d’abord auprès de {contact}.",
  why: "{organisation} vous envoie ce message car {inviter} a saisi votre adresse pour vous inviter. Il vous est remis par Guesthouse sur {host}.",
  "why-organisation":
    "{organisation} vous envoie ce message car votre adresse a été saisie pour vous inviter. Il vous est remis par Guesthouse sur {host}.",
};
