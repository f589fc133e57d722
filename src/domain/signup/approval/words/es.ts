import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Spanish. */
export const spanish: ApprovalTexts = {
  "from-name": "{organisation} a través de Guesthouse",
  "request-subject": "{person} solicita usar {application}",
  "request-preheader": "Apruebe o rechace la solicitud. Termina el {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) solicita ser invitado de {organisation} y usar <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> responde por esta dirección.",
  "proven-by-code": "La dirección se demostró con un código enviado a ella.",
  answers: "{person} respondió:",
  decide: "Aprobar o rechazar",
  "decide-link-beside": "¿El botón no funciona? Abra esta dirección:",
  "decide-link-alone": "Apruebe o rechace en esta dirección:",
  "decide-until":
    "La solicitud está abierta hasta el <b>{date}</b>. No se crea nada antes de que alguien la apruebe, y la primera decisión vale para todos.",
  "unsure-title": "¿No conoce a esta persona?",
  unsure:
    "Pregunte primero en {organisation} o rechace la solicitud. {person} leerá el motivo que usted indique.",
  "request-why":
    "{organisation} le envía este correo porque usted decide sobre las solicitudes de registro. Lo entregó Guesthouse en {host}.",
  "approved-subject": "{organisation} aprobó su solicitud para {application}",
  "approved-preheader": "Ya puede usar {application}.",
  "approved-intro":
    "{organisation} aprobó su solicitud. Usted ya es su invitado y puede usar <b>{application}</b>.",
  "reason-label": "{organisation} escribe:",
  open: "Abrir {application}",
  "open-link-beside": "¿El botón no funciona? Abra esta dirección:",
  "open-link-alone": "Abra {application} en esta dirección:",
  "sign-in": "Inicie sesión como lo hizo al presentar la solicitud.",
  "denied-subject": "{organisation} rechazó su solicitud para {application}",
  "denied-preheader": "No se creó ninguna cuenta.",
  "denied-intro":
    "{organisation} rechazó su solicitud de usar <b>{application}</b>. No se creó ninguna cuenta para usted.",
  "denied-todo": "Puede volver a solicitarlo después de un día.",
  "denied-ask": "Puede volver a solicitarlo después de un día. Si tiene preguntas, escriba a {contact}.",
  "decision-why":
    "{organisation} le envía este correo porque usted solicitó una cuenta con esta dirección. Lo entregó Guesthouse en {host}.",
};
