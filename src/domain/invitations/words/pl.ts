import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Polish. */
export const polish: InvitationTexts = {
  "from-name": "{organisation} przez Guesthouse",
  subject: "{inviter} zaprasza: {target}",
  "subject-from-organisation": "{inviter} zaprasza: {target}",
  "subject-no-target": "{inviter} zaprasza do współpracy",
  preheader: "Przyjmij zaproszenie organizacji {organisation} ({domain}).",
  greeting: "Dzień dobry, {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter} z organizacji {organisation} zaprasza do korzystania z aplikacji <b>{application}</b> na prawach gościa.",
  intro: "{inviter} z organizacji {organisation} zaprasza do grona jej gości.",
  "intro-from-organisation-to-application":
    "Organizacja {organisation} zaprasza do korzystania z aplikacji <b>{application}</b> na prawach gościa.",
  "intro-from-organisation": "Organizacja {organisation} zaprasza do grona swoich gości.",
  "message-label": "{inviter} pisze:",
  "message-label-organisation": "Organizacja {organisation} pisze:",
  accept: "Przyjmij zaproszenie",
  "link-beside-button": "Przycisk nie działa? Otwórz ten adres:",
  "link-alone": "Przyjmij zaproszenie pod tym adresem:",
  "leads-to": "Po przyjęciu zaproszenia nastąpi przejście do <b>{host}</b>.",
  until: "Zaproszenie jest ważne do <b>{date}</b>.",
  "no-end": "Zaproszenie jest bezterminowe.",
  "unexpected-title": "Nieoczekiwane zaproszenie?",
  unexpected: "Zignoruj wtedy ten e-mail: bez przyjęcia zaproszenia nic się nie stanie.",
  "unexpected-ask":
    "Zignoruj wtedy ten e-mail: bez przyjęcia zaproszenia nic się nie stanie. W razie wątpliwości skontaktuj się najpierw z: {contact}.",
  why: "Organizacja {organisation} wysyła ten e-mail, ponieważ {inviter} zaprasza osobę o tym adresie. Doręcza go Guesthouse na serwerze {host}.",
  "why-organisation":
    "Organizacja {organisation} wysyła ten e-mail, ponieważ ten adres podano w zaproszeniu. Doręcza go Guesthouse na serwerze {host}.",
};
