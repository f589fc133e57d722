import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Spanish. */
export const spanish: CodeTexts = {
  "from-name": "{organisation} a través de Guesthouse",
  subject: "{code} es su código para {target}",
  preheader:
    "{code} – válido durante {minutes, plural, one {# minuto} other {# minutos}}. No se lo dé a nadie.",
  "for-application": "Este es su código para <b>{application}</b> de <b>{organisation}</b>.",
  "for-organisation": "Este es su código para <b>{organisation}</b>.",
  enter:
    "Escríbalo en la página donde lo pidió. Sirve una sola vez, durante {minutes, plural, one {# minuto} other {# minutos}}.",
  place: "Se pidió desde {place}.",
  "never-title": "No dé este código a nadie.",
  never: "Ni {organisation} ni Guesthouse se lo pedirán nunca.",
  "unexpected-title": "¿No ha pedido ningún código?",
  unexpected:
    "Entonces alguien escribió su dirección por error. Ignore este mensaje: sin el código nadie puede iniciar sesión en su nombre.",
  why: "Se envió este mensaje porque se escribió su dirección para iniciar sesión en {organisation}.",
};
