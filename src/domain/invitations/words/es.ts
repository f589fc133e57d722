import type { InvitationTexts } from "./en.ts";

/** What an invitation says, in Spanish. */
export const spanish: InvitationTexts = {
  "from-name": "{organisation} a través de Guesthouse",
  subject: "{inviter} le invita a {target}",
  "subject-from-organisation": "{inviter} le invita a {target}",
  "subject-no-target": "{inviter} le envía una invitación",
  preheader: "Acepte la invitación de {organisation} ({domain}).",
  greeting: "Hola, {recipient}:",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application":
    "{inviter}, de {organisation}, le invita a usar <b>{application}</b> como persona invitada.",
  intro: "{inviter}, de {organisation}, le invita como persona invitada.",
  "intro-from-organisation-to-application":
    "{organisation} le invita a usar <b>{application}</b> como persona invitada.",
  "intro-from-organisation": "{organisation} le invita como persona invitada.",
  "message-label": "{inviter} escribe:",
  "message-label-organisation": "{organisation} escribe:",
  accept: "Aceptar la invitación",
  "link-beside-button": "¿El botón no funciona? Abra esta dirección:",
  "link-alone": "Acepte la invitación en esta dirección:",
  "leads-to": "Después de aceptar, continuará en <b>{host}</b>.",
  until: "La invitación es válida hasta el <b>{date}</b>.",
  "no-end": "La invitación no caduca.",
  "unexpected-title": "¿No la esperaba?",
  unexpected: "Ignore este mensaje: no ocurre nada mientras no acepte.",
  "unexpected-ask":
    "Ignore este mensaje: no ocurre nada mientras no acepte. Si tiene dudas, pregunte antes a {contact}.",
  why: "{organisation} le envía este mensaje porque {inviter} indicó su dirección para invitarle. Lo entrega Guesthouse en {host}.",
  "why-organisation":
    "{organisation} le envía este mensaje porque se indicó su dirección para invitarle. Lo entrega Guesthouse en {host}.",
};
