import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Polish. */
export const polish: FactorTexts = {
  "from-name": "{organisation} przez Guesthouse",
  "set-up-subject": "Dodano aplikację uwierzytelniającą: {organisation}",
  "removed-subject": "Usunięto aplikację uwierzytelniającą: {organisation}",
  "reset-subject": "Cofnięto aplikację uwierzytelniającą: {organisation}",
  preheader: "Jeśli to nie Ty, przeczytaj, co zrobić.",
  "set-up-intro":
    "Do Twojego konta <b>{address}</b> w organizacji <b>{organisation}</b> dodano aplikację uwierzytelniającą ({date}).",
  "set-up-next": "Podczas logowania możesz zostać poproszony o kod z tej aplikacji.",
  "removed-intro":
    "Z Twojego konta <b>{address}</b> w organizacji <b>{organisation}</b> usunięto aplikację uwierzytelniającą ({date}).",
  "removed-next":
    "W każdej chwili możesz skonfigurować inną. Być może poprosimy o to przy następnym logowaniu.",
  "reset-intro":
    "Administrator cofnął aplikację uwierzytelniającą Twojego konta <b>{address}</b> w organizacji <b>{organisation}</b> ({date}).",
  "reset-next":
    "Jej kody nie są już ważne. Przy następnym logowaniu być może poprosimy o skonfigurowanie innej.",
  "not-you-title": "To nie Ty i nikogo o to nie prosiłeś?",
  "not-you-write": "Napisz od razu na adres {contact}: być może ktoś inny może zalogować się jako Ty.",
  "not-you-tell":
    "Powiedz o tym od razu osobom, które znasz w organizacji {organisation}: być może ktoś inny może zalogować się jako Ty.",
  why: "Organizacja {organisation} wysyła tę wiadomość, aby żadna zmiana sposobu logowania nie pozostała niezauważona.",
};
