import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Brazilian Portuguese. */
export const portuguese: ApprovalTexts = {
  "from-name": "{organisation} via Guesthouse",
  "request-subject": "{person} solicita usar {application}",
  "request-preheader": "Aprove ou recuse a solicitação. Ela termina em {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) solicita ser convidado de {organisation} e usar <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> responde por este endereço.",
  "proven-by-code": "O endereço foi comprovado por um código enviado a ele.",
  answers: "{person} respondeu:",
  decide: "Aprovar ou recusar",
  "decide-link-beside": "O botão não funciona? Abra este endereço:",
  "decide-link-alone": "Aprove ou recuse neste endereço:",
  "decide-until":
    "A solicitação fica aberta até <b>{date}</b>. Nada é criado antes que alguém aprove, e quem decide primeiro decide por todos.",
  "unsure-title": "Você não conhece esta pessoa?",
  unsure:
    "Pergunte primeiro em {organisation} ou recuse a solicitação. {person} lerá o motivo que você informar.",
  "request-why":
    "{organisation} envia este e-mail porque você decide sobre solicitações de cadastro. Entregue pelo Guesthouse em {host}.",
  "approved-subject": "{organisation} aprovou a sua solicitação para {application}",
  "approved-preheader": "Você já pode usar {application}.",
  "approved-intro":
    "{organisation} aprovou a sua solicitação. Você agora é convidado e pode usar <b>{application}</b>.",
  "reason-label": "{organisation} escreve:",
  open: "Abrir {application}",
  "open-link-beside": "O botão não funciona? Abra este endereço:",
  "open-link-alone": "Abra {application} neste endereço:",
  "sign-in": "Entre da mesma forma como fez ao solicitar.",
  "denied-subject": "{organisation} recusou a sua solicitação para {application}",
  "denied-preheader": "Nenhuma conta foi criada.",
  "denied-intro":
    "{organisation} recusou a sua solicitação para usar <b>{application}</b>. Nenhuma conta foi criada para você.",
  "denied-todo": "Você pode solicitar novamente após um dia.",
  "denied-ask": "Você pode solicitar novamente após um dia. Em caso de dúvidas, escreva para {contact}.",
  "decision-why":
    "{organisation} envia este e-mail porque você solicitou uma conta com este endereço. Entregue pelo Guesthouse em {host}.",
};
