import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Brazilian Portuguese. */
export const portuguese: CodeTexts = {
  "from-name": "{organisation} por meio do Guesthouse",
  subject: "{code} é seu código para {target}",
  preheader:
    "{code} – válido por {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}. Não o dê a ninguém.",
  "for-application": "Este é seu código para <b>{application}</b> de <b>{organisation}</b>.",
  "for-organisation": "Este é seu código para <b>{organisation}</b>.",
  enter:
    "Digite-o na página em que foi pedido. Ele funciona uma vez, dentro de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.",
  place: "Ele foi pedido a partir de {place}.",
  "never-title": "Não dê este código a ninguém.",
  never: "Ninguém de {organisation} nem do Guesthouse jamais o pedirá.",
  "unexpected-title": "Você não pediu um código?",
  unexpected:
    "Então alguém digitou seu endereço por engano. Ignore este e-mail: sem o código, ninguém pode entrar em seu nome.",
  why: "Este e-mail foi enviado porque seu endereço foi digitado para entrar em {organisation}.",
};
