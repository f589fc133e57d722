import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in German. */
export const german: InvitationTexts = {
  "from-name": "{organisation} über Guesthouse",
  subject: "{inviter} lädt Sie zu {target} ein",
  "subject-from-organisation": "{inviter} lädt Sie zu {target} ein",
  "subject-no-target": "{inviter} lädt Sie als Gast ein",
  preheader: "Nehmen Sie die Einladung von {organisation} ({domain}) an.",
  greeting: "Guten Tag {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter} von {organisation} lädt Sie ein, <b>{application}</b> als Gast zu nutzen.",
  intro: "{inviter} von {organisation} lädt Sie als Gast ein.",
  "intro-from-organisation-to-application":
    "{organisation} lädt Sie ein, <b>{application}</b> als Gast zu nutzen.",
  "intro-from-organisation": "{organisation} lädt Sie als Gast ein.",
  "message-label": "{inviter} schreibt:",
  "message-label-organisation": "{organisation} schreibt:",
  accept: "Einladung annehmen",
  "link-beside-button": "Die Schaltfläche funktioniert nicht? Öffnen Sie diese Adresse:",
  "link-alone": "Unter dieser Adresse nehmen Sie die Einladung an:",
  "leads-to": "Nach dem Annehmen geht es weiter zu <b>{host}</b>.",
  until: "Die Einladung gilt bis zum <b>{date}</b>.",
  "no-end": "Die Einladung gilt unbefristet.",
  "unexpected-title": "Sie haben damit nicht gerechnet?",
  unexpected: "Dann ignorieren Sie diese E-Mail: Solange Sie nicht annehmen, geschieht nichts.",
  "unexpected-ask":
    "Dann ignorieren Sie diese E-Mail: Solange Sie nicht annehmen, geschieht nichts. Wenn Sie unsicher sind, fragen Sie vorher bei {contact} nach.",
  why: "{organisation} schickt Ihnen diese E-Mail, weil {inviter} Ihre Adresse für eine Einladung angegeben hat. Zugestellt von Guesthouse auf {host}.",
  "why-organisation":
    "{organisation} schickt Ihnen diese E-Mail, weil Ihre Adresse für eine Einladung angegeben wurde. Zugestellt von Guesthouse auf {host}.",
};
