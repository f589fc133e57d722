import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Polish. */
export const polish: ApprovalTexts = {
  "from-name": "{organisation} przez Guesthouse",
  "request-subject": "{person} prosi o dostęp do {application}",
  "request-preheader": "Proszę zatwierdzić prośbę lub ją odrzucić. Wygasa {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) prosi o dostęp gościa do {organisation} i możliwość korzystania z <b>{application}</b>.",
  "proven-by-organisation": "Za ten adres ręczy <b>{proof}</b>.",
  "proven-by-code": "Adres potwierdzono kodem, który na niego wysłano.",
  answers: "Odpowiedzi ({person}):",
  decide: "Zatwierdź lub odrzuć",
  "decide-link-beside": "Przycisk nie działa? Proszę otworzyć ten adres:",
  "decide-link-alone": "Zatwierdzenie lub odrzucenie pod tym adresem:",
  "decide-until":
    "Prośba jest otwarta do <b>{date}</b>. Dopóki ktoś jej nie zatwierdzi, nic nie powstaje, a pierwsza decyzja obowiązuje wszystkich.",
  "unsure-title": "Nie znają Państwo tej osoby?",
  unsure: "Proszę najpierw zapytać w {organisation} albo odrzucić prośbę. Podany powód przeczyta {person}.",
  "request-why":
    "{organisation} wysyła tę wiadomość, ponieważ decydują Państwo o prośbach o rejestrację. Dostarczona przez Guesthouse pod {host}.",
  "approved-subject": "{organisation} zatwierdza prośbę o dostęp do {application}",
  "approved-preheader": "Można już korzystać z {application}.",
  "approved-intro":
    "{organisation} zatwierdza Państwa prośbę. Od teraz są Państwo gościem i mogą korzystać z <b>{application}</b>.",
  "reason-label": "{organisation} pisze:",
  open: "Otwórz {application}",
  "open-link-beside": "Przycisk nie działa? Proszę otworzyć ten adres:",
  "open-link-alone": "{application} pod tym adresem:",
  "sign-in": "Proszę zalogować się tak samo jak przy składaniu prośby.",
  "denied-subject": "{organisation} odrzuca prośbę o dostęp do {application}",
  "denied-preheader": "Nie utworzono żadnego konta.",
  "denied-intro":
    "{organisation} odrzuca Państwa prośbę o korzystanie z <b>{application}</b>. Nie utworzono dla Państwa żadnego konta.",
  "denied-todo": "Ponowną prośbę można złożyć po jednym dniu.",
  "denied-ask": "Ponowną prośbę można złożyć po jednym dniu. W razie pytań proszę pisać na adres {contact}.",
  "decision-why":
    "{organisation} wysyła tę wiadomość, ponieważ poproszono o konto z tym adresem. Dostarczona przez Guesthouse pod {host}.",
};
