import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in French. */
export const french: FactorTexts = {
  "from-name": "{organisation} via Guesthouse",
  "set-up-subject": "Application d’authentification ajoutée : {organisation}",
  "removed-subject": "Application d’authentification retirée : {organisation}",
  "reset-subject": "Application d’authentification annulée : {organisation}",
  preheader: "Si ce n’était pas vous, lisez ce qu’il faut faire.",
  "set-up-intro":
    "Le {date}, une application d’authentification a été ajoutée à votre compte <b>{address}</b> chez <b>{organisation}</b>.",
  "set-up-next": "Lorsque vous vous y connecterez, un code de cette application pourra vous être demandé.",
  "removed-intro":
    "Le {date}, l’application d’authentification de votre compte <b>{address}</b> chez <b>{organisation}</b> a été retirée.",
  "removed-next":
    "Vous pouvez en configurer une autre à tout moment, et cela vous sera peut-être demandé à la prochaine connexion.",
  "reset-intro":
    "Le {date}, un administrateur a annulé l’application d’authentification de votre compte <b>{address}</b> chez <b>{organisation}</b>.",
  "reset-next":
    "Ses codes ne valent plus rien. À la prochaine connexion, il vous sera peut-être demandé d’en configurer une autre.",
  "not-you-title": "Ce n’était pas vous, et vous ne l’avez demandé à personne ?",
  "not-you-write":
    "Écrivez tout de suite à {contact} : quelqu’un d’autre peut peut-être se connecter à votre place.",
  "not-you-tell":
    "Prévenez tout de suite les personnes que vous connaissez chez {organisation} : quelqu’un d’autre peut peut-être se connecter à votre place.",
  why: "{organisation} vous envoie cet e-mail pour qu’aucun changement de votre façon de vous connecter ne passe inaperçu.",
};
