import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Dutch. */
export const dutch: InvitationTexts = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{inviter} nodigt u uit voor {target}",
  "subject-from-organisation": "{inviter} nodigt u uit voor {target}",
  "subject-no-target": "{inviter} nodigt u uit als gast",
  preheader: "Accepteer de uitnodiging van {organisation} ({domain}).",
  greeting: "Beste {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter} van {organisation} nodigt u uit om <b>{application}</b> als gast te gebruiken.",
  intro: "{inviter} van {organisation} nodigt u uit als gast.",
  "intro-from-organisation-to-application":
    "{organisation} nodigt u uit om <b>{application}</b> als gast te gebruiken.",
  "intro-from-organisation": "{organisation} nodigt u uit als gast.",
  "message-label": "{inviter} schrijft:",
  "message-label-organisation": "{organisation} schrijft:",
  accept: "Uitnodiging accepteren",
  "link-beside-button": "Werkt de knop niet? Open dit adres:",
  "link-alone": "Accepteer de uitnodiging op dit adres:",
  "leads-to": "Na het accepteren gaat u verder naar <b>{host}</b>.",
  until: "De uitnodiging is geldig tot <b>{date}</b>.",
  "no-end": "De uitnodiging blijft onbeperkt geldig.",
  "unexpected-title": "Verwachtte u dit niet?",
  unexpected: "Negeer deze e-mail dan: er gebeurt niets zolang u niet accepteert.",
  "unexpected-ask":
    "Negeer deze e-mail dan: er gebeurt niets zolang u niet accepteert. Twijfelt u, vraag het dan eerst aan {contact}.",
  why: "{organisation} stuurt u deze e-mail omdat {inviter} uw adres heeft ingevoerd om u uit te nodigen. Bezorgd door Guesthouse op {host}.",
  "why-organisation":
    "{organisation} stuurt u deze e-mail omdat uw adres is ingevoerd om u uit te nodigen. Bezorgd door Guesthouse op {host}.",
};
