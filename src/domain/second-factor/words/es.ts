import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Spanish. */
export const spanish: FactorTexts = {
  "from-name": "{organisation} a través de Guesthouse",
  "set-up-subject": "Aplicación de autenticación añadida: {organisation}",
  "removed-subject": "Aplicación de autenticación quitada: {organisation}",
  "reset-subject": "Aplicación de autenticación anulada: {organisation}",
  preheader: "Si no fue usted, lea qué hacer.",
  "set-up-intro":
    "El {date} se añadió una aplicación de autenticación a su cuenta <b>{address}</b> en <b>{organisation}</b>.",
  "set-up-next": "Cuando inicie sesión allí, es posible que se le pida un código de ella.",
  "removed-intro":
    "El {date} se quitó la aplicación de autenticación de su cuenta <b>{address}</b> en <b>{organisation}</b>.",
  "removed-next":
    "Puede configurar otra en cualquier momento, y quizá se le pida la próxima vez que inicie sesión.",
  "reset-intro":
    "El {date} un administrador anuló la aplicación de autenticación de su cuenta <b>{address}</b> en <b>{organisation}</b>.",
  "reset-next":
    "Sus códigos ya no sirven. La próxima vez que inicie sesión, quizá se le pida que configure otra.",
  "not-you-title": "¿No fue usted y no se lo pidió a nadie?",
  "not-you-write": "Escriba enseguida a {contact}: otra persona podría iniciar sesión en su nombre.",
  "not-you-tell":
    "Avise enseguida a las personas que conoce en {organisation}: otra persona podría iniciar sesión en su nombre.",
  why: "{organisation} le envía este correo para que ningún cambio en su forma de iniciar sesión pase inadvertido.",
};
