import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Polish. */
export const polish: ApprovalTexts = {
  "from-name": "{organisation} przez Guesthouse",
  "request-subject": "{person} prosi o dostęp: {application}",
  "request-preheader": "Zatwierdź prośbę albo ją odrzuć. Wygasa {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) prosi o dostęp gościa w organizacji {organisation}. Prośba dotyczy: <b>{application}</b>.",
  "proven-by-organisation": "Za ten adres ręczy <b>{proof}</b>.",
  "proven-by-code": "Adres potwierdzono kodem, który na niego wysłano.",
  answers: "Odpowiedzi ({person}):",
  decide: "Zatwierdź lub odrzuć",
  "decide-link-beside": "Przycisk nie działa? Otwórz ten adres:",
  "decide-link-alone": "Zatwierdź albo odrzuć pod tym adresem:",
  "decide-until":
    "Prośba jest otwarta do <b>{date}</b>. Dopóki ktoś jej nie zatwierdzi, nic nie powstaje, a pierwsza decyzja obowiązuje wszystkich.",
  "unsure-title": "Nie znasz tej osoby?",
  unsure:
    "Najpierw zapytaj w organizacji {organisation} albo odrzuć prośbę. {person} przeczyta podany powód.",
  "request-why":
    "Organizacja {organisation} wysyła tę wiadomość, ponieważ decydujesz o prośbach o rejestrację. Dostarczył ją Guesthouse pod adresem {host}.",
  "approved-subject": "Organizacja {organisation} daje dostęp: {application}",
  "approved-preheader": "Możesz już korzystać z: {application}.",
  "approved-intro":
    "Organizacja {organisation} zatwierdziła Twoją prośbę. Masz teraz dostęp gościa do: <b>{application}</b>.",
  "reason-label": "Informacja od organizacji {organisation}:",
  open: "Otwórz: {application}",
  "open-link-beside": "Przycisk nie działa? Otwórz ten adres:",
  "open-link-alone": "Otwórz pod tym adresem: {application}",
  "sign-in": "Zaloguj się tak samo jak przy wysyłaniu prośby.",
  "denied-subject": "Organizacja {organisation} odmawia: {application}",
  "denied-preheader": "Żadne konto nie powstało.",
  "denied-intro":
    "Organizacja {organisation} odrzuciła Twoją prośbę. Dotyczyła: <b>{application}</b>. Żadne konto nie powstało.",
  "denied-todo": "Kolejną prośbę możesz wysłać po jednym dniu.",
  "denied-ask": "Kolejną prośbę możesz wysłać po jednym dniu. Jeśli masz pytania, napisz na adres {contact}.",
  "decision-why":
    "Organizacja {organisation} wysyła tę wiadomość, ponieważ poproszono o konto z tym adresem. Dostarczył ją Guesthouse pod adresem {host}.",
};
