import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Brazilian Portuguese. */
export const portuguese: InvitationTexts = {
  "from-name": "{organisation} por meio do Guesthouse",
  subject: "{inviter} convida você para {target}",
  "subject-from-organisation": "{inviter} convida você para {target}",
  "subject-no-target": "{inviter} envia um convite a você",
  preheader: "Aceite o convite de {organisation} ({domain}).",
  greeting: "Olá, {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter}, de {organisation}, convida você a usar <b>{application}</b> como convidado.",
  intro: "{inviter}, de {organisation}, convida você a participar como convidado.",
  "intro-from-organisation-to-application":
    "{organisation} convida você a usar <b>{application}</b> como convidado.",
  "intro-from-organisation": "{organisation} convida você a participar como convidado.",
  "message-label": "{inviter} escreve:",
  "message-label-organisation": "{organisation} escreve:",
  accept: "Aceitar convite",
  "link-beside-button": "O botão não funciona? Abra este endereço:",
  "link-alone": "Aceite o convite neste endereço:",
  "leads-to": "Depois de aceitar, você segue para <b>{host}</b>.",
  until: "O convite vale até <b>{date}</b>.",
  "no-end": "O convite não expira.",
  "unexpected-title": "Você não esperava isto?",
  unexpected: "Então ignore este e-mail: nada acontece se você não aceitar.",
  "unexpected-ask":
    "Então ignore este e-mail: nada acontece se você não aceitar. Em caso de dúvida, fale antes com {contact}.",
  why: "{organisation} envia este e-mail porque {inviter} informou seu endereço para fazer um convite. A entrega foi feita pelo Guesthouse em {host}.",
  "why-organisation":
    "{organisation} envia este e-mail porque seu endereço foi informado para um convite. A entrega foi feita pelo Guesthouse em {host}.",
};
