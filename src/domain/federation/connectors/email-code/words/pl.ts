import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Polish. */
export const polish: CodeTexts = {
  "from-name": "{organisation} przez Guesthouse",
  subject: "{code} to kod do logowania: {target}",
  preheader:
    "{code} – ważny przez {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}. Nie podawaj go nikomu.",
  "for-application": "To jest kod do aplikacji <b>{application}</b> organizacji <b>{organisation}</b>.",
  "for-organisation": "To jest kod do organizacji <b>{organisation}</b>.",
  enter:
    "Wpisz go na stronie, na której poproszono o kod. Działa jeden raz, w ciągu {minutes, plural, one {# minuty} few {# minut} many {# minut} other {# minuty}}.",
  place: "Prośbę o kod wysłano z: {place}.",
  "never-title": "Nie podawaj tego kodu nikomu.",
  never: "Nikt z organizacji {organisation} ani z Guesthouse nigdy o niego nie zapyta.",
  "unexpected-title": "Nie było prośby o kod?",
  unexpected:
    "Widocznie ktoś wpisał ten adres przez pomyłkę. Zignoruj ten e-mail: bez kodu nikt nie zaloguje się na to konto.",
  why: "Ten e-mail wysłano, ponieważ ten adres wpisano przy logowaniu do organizacji {organisation}.",
};
