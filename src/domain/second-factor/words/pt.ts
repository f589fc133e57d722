import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Brazilian Portuguese. */
export const portuguese: FactorTexts = {
  "from-name": "{organisation} via Guesthouse",
  "set-up-subject": "Aplicativo autenticador adicionado: {organisation}",
  "removed-subject": "Aplicativo autenticador removido: {organisation}",
  "reset-subject": "Aplicativo autenticador redefinido: {organisation}",
  preheader: "Se não foi você, leia o que fazer.",
  "set-up-intro":
    "Em {date}, um aplicativo autenticador foi adicionado à sua conta <b>{address}</b> em <b>{organisation}</b>.",
  "set-up-next": "Ao entrar, pode ser que você tenha de informar um código dele.",
  "removed-intro":
    "Em {date}, o aplicativo autenticador da sua conta <b>{address}</b> em <b>{organisation}</b> foi removido.",
  "removed-next":
    "Você pode configurar outro a qualquer momento, e talvez isso seja pedido na próxima vez que entrar.",
  "reset-intro":
    "Em {date}, um administrador redefiniu o aplicativo autenticador da sua conta <b>{address}</b> em <b>{organisation}</b>.",
  "reset-next":
    "Os códigos dele não valem mais. Na próxima vez que entrar, talvez seja pedido que você configure outro.",
  "not-you-title": "Não foi você, e você não pediu isso a ninguém?",
  "not-you-write": "Escreva imediatamente para {contact}: talvez outra pessoa consiga entrar como você.",
  "not-you-tell":
    "Avise imediatamente as pessoas que você conhece em {organisation}: talvez outra pessoa consiga entrar como você.",
  why: "{organisation} envia este e-mail para que nenhuma mudança na sua forma de entrar passe despercebida.",
};
