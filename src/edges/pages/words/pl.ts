import type { Messages } from "./en.ts";

export const polish: Messages = {
  "frame.demo-bar-label": "Demonstracja",
  "frame.demo-notice": "To jest demonstracja ze zmyślonymi organizacjami.",
  "frame.demo-start": "Strona początkowa",
  "frame.demo-mailbox": "Skrzynka pocztowa",
  "frame.demo-tester": "Test logowania",
  "frame.language": "Język",
  "frame.not-you": "To nie to konto?",
  "frame.sign-out": "Wyloguj się",
  "frame.privacy": "Prywatność",
  "frame.terms": "Warunki",
  "frame.help": "Pomoc",

  "form.email": "Adres e-mail",
  "form.password": "Hasło",
  "form.code": "Kod",
  "form.next": "Dalej",
  "form.sign-in": "Zaloguj się",
  "form.send-code": "Wyślij kod",
  "form.verify": "Sprawdź",
  "form.accept": "Akceptuj",
  "form.cancel": "Anuluj",
  "form.accept-invitation": "Przyjmij zaproszenie",
  "form.not-now": "Nie teraz",
  "form.continue": "Kontynuuj",
  "form.use-another-way": "Użyj innego sposobu",
  "form.show": "Pokaż",
  "form.hide": "Ukryj",
  "form.copy": "Kopiuj",
  "form.copied": "Skopiowano",
  "form.several-errors":
    "{count, plural, one {# pole wymaga uwagi.} few {# pola wymagają uwagi.} many {# pól wymaga uwagi.} other {# pola wymaga uwagi.}}",

  "error.form-stale":
    "Ta strona była otwarta przez długi czas albo podczas innego logowania. Nic nie zostało wysłane; wykonaj tę czynność jeszcze raz.",
  "error.ask": "Problem nie ustąpił? Kontakt: {contact}.",

  "details.summary": "Szczegóły",
  "details.look-up": "Co oznacza ten numer",
  "details.what-for": "Dołącz te dane do pytania, aby można było ustalić, co się stało.",
  "details.code": "Błąd",
  "details.description": "Opis",
  "details.time": "Czas",
  "details.correlation-id": "ID korelacji",
  "details.trace-id": "ID śledzenia",
  "meaning.title": "Co oznacza błąd {code}",
  "meaning.title-plain": "Wyszukiwanie błędu",
  "meaning.lead": "Wpisz numer po AADSTS, który pokazała aplikacja lub strona.",
  "meaning.number": "Numer",
  "meaning.look-up": "Wyszukaj",
  "meaning.unknown": "Guesthouse nie zna błędu o tym numerze. Sprawdź numer.",
  "meaning.in-english": "Dla programistów, po angielsku:",
  "meaning.remedy.sign-in-again":
    "To logowanie już się zakończyło, zostało przerwane lub nie może odpowiedzieć samo. Wróć do aplikacji i zaloguj się ponownie.",
  "meaning.remedy.other-account":
    "To konto nie ma tu dostępu. Zaloguj się na konto, które otrzymało zaproszenie, albo poproś organizację o zaproszenie.",
  "meaning.remedy.account-off": "Konto zostało wyłączone. Zwróć się do administratora swojej organizacji.",
  "meaning.remedy.accept-invitation":
    "Zaproszenie nie zostało przyjęte lub już nie obowiązuje. Otwórz najnowszą wiadomość z zaproszeniem i przyjmij je albo poproś osobę zapraszającą o nowe.",
  "meaning.remedy.ask-access":
    "Aplikacja jest otwarta tylko dla osób, którym dano dostęp. Zwróć się do osób, które ją prowadzą.",
  "meaning.remedy.agree":
    "Najpierw ktoś musi zgodzić się na to, co aplikacja chce robić. Uruchom ją ponownie; jeśli zgodzić się może tylko administrator, zwróć się do swojego.",
  "meaning.remedy.said-no":
    "Po drodze ktoś odmówił. Jeśli to było niezamierzone, zacznij ponownie od aplikacji.",
  "meaning.remedy.application-off":
    "Aplikacja została wyłączona w tej organizacji. Zwróć się do jej administratora.",
  "meaning.remedy.wait": "Odczekaj kwadrans, a potem zacznij ponownie.",
  "meaning.remedy.check-address":
    "Adres nie wskazuje organizacji, która tu istnieje. Sprawdź link lub zwróć się do osoby, od której pochodzi.",
  "meaning.remedy.device":
    "Kod urządzenia nie został jeszcze wpisany, wygasł lub nie jest znany. Wyświetl na urządzeniu nowy kod i wpisz go na czas.",
  "meaning.remedy.fix-application":
    "Aplikacja zadała pytanie, na które nie można odpowiedzieć. Mogą to zmienić tylko osoby, które prowadzą aplikację: podaj im ten numer.",
  "meaning.todo":
    "Osoby, które prowadzą aplikację, znajdą tę próbę w dzienniku logowań według czasu i ID korelacji podanych przy błędzie.",

  "sign-in.title": "Zaloguj się",
  "sign-in.lead": "Wpisz adres używany w pracy albo ten, na który przyszło zaproszenie.",
  "sign-in.to-application": "aby przejść do aplikacji {application}",
  "sign-in.no-account": "Nie masz konta?",
  "sign-in.create-account": "Utwórz je",
  "sign-in.address-wrong": "Wpisz cały adres, na przykład nazwa@firma.example.",
  "sign-in.no-home":
    "Ten adres nie należy tu do żadnej organizacji. Gość organizacji otwiera jej aplikację przez otrzymany od niej link.",
  "sign-in.no-way": "Z tym adresem nie można się tu zalogować. Użyj innego.",
  "sign-in.not-from-here": "Ten adres nie należy do tej organizacji. Użyj adresu, który ona nadała.",

  "sign-up.title": "Utwórz konto",
  "sign-up.lead":
    "Wpisz adres albo wybierz, u kogo masz konto. Potem trzeba potwierdzić własność adresu lub konta.",
  "sign-up.have-account": "Masz już konto?",
  "sign-up.or": "albo",
  "sign-up.with-provider": "Kontynuuj przez {provider}",
  "sign-up.no-way": "Nikt nie może się tu zarejestrować z tym adresem. Użyj innego.",
  "sign-up.agree-title": "Utwórz konto w organizacji {organisation}",
  "sign-up.agree-lead":
    "Nie masz jeszcze konta w organizacji {organisation}, a jest ono potrzebne do aplikacji {application}. Po jego utworzeniu:",
  "sign-up.sees": "Imię i nazwisko, adres oraz sposób potwierdzenia własności adresu.",
  "sign-up.asks-title": "Organizacja pyta o te dane",
  "sign-up.answers-title": "Dane dla organizacji {organisation}",
  "sign-up.answers-lead":
    "Organizacja {organisation} chce poznać te dane, zanim zaczniesz używać aplikacji {application}.",
  "sign-up.ready-lead":
    "Jeszcze jeden krok: utwórz konto w organizacji {organisation} i przejdź do aplikacji {application}.",
  "sign-up.create": "Utwórz konto",
  "sign-up.choose": "Wybierz",
  "sign-up.optional": "{label} (opcjonalnie)",
  "sign-up.change-address": "Użyj innego adresu",
  "sign-up.too-many":
    "Właśnie zarejestrowało się wiele osób, a na każdą godzinę jest limit. Wpisane dane nie przepadną: spróbuj ponownie za godzinę.",
  "sign-up.too-many-tries":
    "Zbyt wiele prób. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}, a potem spróbuj ponownie.",
  "sign-up.address-taken": "Konto z tym adresem już istnieje. Zaloguj się tak jak wcześniej.",
  "sign-up.own-title": "Wpisz adres",
  "sign-up.own-lead":
    "Organizacja {organisation} potrzebuje adresu e-mail. Wpisz własny; wysłany na niego kod potwierdzi jego własność.",
  "sign-up.own-taken":
    "Konto lub zaproszenie z tym adresem już istnieje. Zaloguj się na to konto, otwórz zaproszenie albo wpisz inny adres. Pomóc może ktoś z organizacji.",
  "sign-up.api-failed":
    "Organizacja {organisation} nie może teraz tego sprawdzić. Spróbuj ponownie za kilka minut.",
  "sign-up.blocked-title": "Organizacja {organisation} nie pozwala na rejestrację",
  "sign-up.blocked-lead": "Informacja od organizacji {organisation}:",
  "sign-up.blocked-back": "Wróć",
  "sign-up.ask": "Wyślij prośbę",
  "sign-up.approval-title": "Decyduje człowiek",
  "sign-up.approval":
    "Najpierw ktoś z organizacji {organisation} zapozna się z Twoją prośbą. Decyzję otrzymasz e-mailem.",
  "sign-up.ready-to-ask":
    "Jeszcze jeden krok: wyślij prośbę do organizacji {organisation}. Gdy zostanie zatwierdzona, możesz korzystać z: {application}.",
  "sign-up.waiting-title": "Decyduje człowiek z organizacji {organisation}",
  "sign-up.waiting-lead":
    "Prośba o konto została wysłana {when}. Dotyczy: {application}. Gdy tylko zapadnie decyzja, otrzymasz wiadomość na adres {address}.",
  "sign-up.waiting-end": "Możesz zamknąć tę stronę. Jeśli nikt nie podejmie decyzji, prośba wygaśnie {when}.",
  "sign-up.back-to": "Wróć: {application}",
  "sign-up.withdraw": "Wycofaj prośbę",
  "sign-up.denied-title": "Organizacja {organisation} odrzuciła Twoją prośbę",
  "sign-up.denied-lead":
    "Twoja prośba została odrzucona {when}. Dotyczyła: {application}. Żadne konto nie powstało.",
  "sign-up.denied-again": "Kolejną prośbę możesz wysłać od {when}.",
  "attribute.city": "Miejscowość",
  "attribute.country": "Kraj lub region",
  "attribute.display-name": "Nazwa wyświetlana",
  "attribute.given-name": "Imię",
  "attribute.job-title": "Stanowisko",
  "attribute.postal-code": "Kod pocztowy",
  "attribute.state": "Stan lub województwo",
  "attribute.street-address": "Ulica i numer domu",
  "attribute.surname": "Nazwisko",
  "sign-up.error.missing": "Wpisz to albo wybierz odpowiedź.",
  "sign-up.error.too-long": "Tekst jest za długi. Skróć go.",
  "sign-up.error.not-one-line": "Wpisz jeden wiersz, bez znaków specjalnych zmieniających kierunek pisania.",
  "sign-up.error.not-a-number": "Wpisz liczbę całkowitą, na przykład 42.",
  "sign-up.error.not-a-date": "Wpisz datę, która istnieje, na przykład 2026-12-31.",
  "sign-up.error.not-a-choice": "Wybierz jedną z podanych odpowiedzi.",
  "sign-up.error.not-an-address": "Wpisz cały adres, na przykład nazwa@firma.example.",

  "pick-account.title": "Wybierz konto",
  "pick-account.signed-in": "Zalogowane",
  "pick-account.signed-out": "Wylogowane",
  "pick-account.sign-out-of": "Wyloguj {address}",
  "pick-account.another": "Użyj innego konta",

  "choose-password.title": "Wybierz nowe hasło",
  "choose-password.lead":
    "Podane hasło służyło tylko do tego jednego logowania. Wybierz takie, którego nie zna nikt inny.",
  "choose-password.new": "Nowe hasło",
  "choose-password.repeat": "Powtórz nowe hasło",
  "choose-password.save": "Zapisz i kontynuuj",
  "choose-password.differ": "Hasła różnią się od siebie. Wpisz dwa razy to samo.",
  "choose-password.too-long": "Hasło jest za długie. Użyj najwyżej 256 znaków.",
  "choose-password.contains-name": "Hasło zawiera nazwę użytkownika. Wybierz inne.",
  "choose-password.unchanged": "To jest obecne hasło. Wybierz inne.",
  "password.title": "Wpisz hasło",
  "password.to-organisation": "aby przejść do organizacji {organisation}",
  "password.to-application-of": "aby przejść do aplikacji {application} organizacji {organisation}",
  "password.forgot": "Nie pamiętasz hasła?",
  "password.wrong": "Adres lub hasło są nieprawidłowe. Sprawdź jedno i drugie, a potem spróbuj ponownie.",
  "password.too-many-tries":
    "Zbyt wiele prób. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}, a potem spróbuj ponownie.",
  "password.account-disabled": "To konto zostało wyłączone. Zwróć się do administratora swojej organizacji.",

  "send-code.title": "Potwierdź własność adresu",
  "send-code.explanation":
    "Wyślemy kod na adres {address}. Wpisz go na następnej stronie; hasło nie jest potrzebne.",

  "code.title": "Wpisz kod",
  "code.explanation": "Kod został wysłany na adres {address}. Jest ważny do {time}.",
  "code.hint": "8 cyfr",
  "code.send-again": "Wyślij ponownie",
  "code.send-again-in": "Wyślij ponownie za {seconds} s",
  "code.sent-again": "Nowy kod jest w drodze. Działa tylko najnowszy.",
  "code.nothing-came": "Nic nie przyszło? Zajrzyj do spamu i sprawdź adres powyżej.",
  "code.wrong": "To nie jest wysłany kod. Sprawdź najnowszą wiadomość i spróbuj ponownie.",
  "code.expired": "Ten kod nie jest już ważny. Wyślij nowy.",
  "code.used-up": "Zbyt wiele błędnych prób z tym kodem. Wyślij nowy.",
  "code.too-many-codes":
    "Wysłano już wiele kodów. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}, a potem wyślij kolejny.",
  "code.too-many-tries":
    "Zbyt wiele prób. Odczekaj {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}, a potem spróbuj ponownie.",

  "authenticator.set-up-title": "Skonfiguruj aplikację uwierzytelniającą",
  "authenticator.why":
    "Organizacja {organisation} prosi o drugie potwierdzenie, że to Ty: kod z aplikacji w telefonie.",
  "authenticator.why-own":
    "Kod z aplikacji w telefonie zatrzyma każdego, kto zdobędzie Twoje hasło lub dostęp do Twojej skrzynki.",
  "authenticator.need-app":
    "Potrzebujesz aplikacji uwierzytelniającej. Może to być dowolna aplikacja, także taka, której już używasz.",
  "authenticator.scan":
    "Zeskanuj ten obraz aplikacją uwierzytelniającą. Doda ona wpis dla organizacji {organisation}. Potem wpisz kod, który pokazuje.",
  "authenticator.picture": "Obraz do zeskanowania aplikacją uwierzytelniającą",
  "authenticator.cannot-scan": "Nie możesz zeskanować?",
  "authenticator.type-key": "Wybierz w aplikacji dodanie konta za pomocą klucza i wpisz ten klucz:",
  "authenticator.account": "Konto",
  "authenticator.organisation": "Organizacja",
  "authenticator.key": "Klucz",
  "authenticator.this-device": "Otwórz aplikację na tym urządzeniu",
  "authenticator.code": "Kod z aplikacji",
  "authenticator.code-hint": "6 cyfr, nowe co 30 sekund",
  "authenticator.enter-title": "Wpisz kod z aplikacji",
  "authenticator.enter":
    "Otwórz aplikację uwierzytelniającą i wpisz kod, który pokazuje dla organizacji {organisation}.",
  "authenticator.lost": "Nie mam już mojej aplikacji",
  "authenticator.lost-ask":
    "Napisz na adres {contact} i poproś o jej cofnięcie. Przy kolejnym logowaniu skonfigurujesz inną.",
  "authenticator.lost-ask-somebody":
    "Poproś osoby, które znasz w organizacji {organisation}, aby zleciły jej cofnięcie. Przy kolejnym logowaniu skonfigurujesz inną.",
  "authenticator.wrong":
    "Aplikacja nie pokazuje teraz tego kodu albo kod został już użyty. Poczekaj na następny kod i sprawdź, czy zegar telefonu jest dobrze ustawiony.",
  "ways.title": "Twoje sposoby logowania",
  "ways.app": "Aplikacja uwierzytelniająca",
  "ways.none": "Nie masz aplikacji uwierzytelniającej dla organizacji {organisation}.",
  "ways.since": "Skonfigurowano {when}",
  "ways.set-up": "Skonfiguruj aplikację uwierzytelniającą",
  "ways.change": "Aby ją zastąpić lub usunąć, wpisz kod, który pokazuje dla organizacji {organisation}.",
  "ways.replace": "Zastąp",
  "ways.remove": "Usuń",
  "ways.added":
    "Aplikacja uwierzytelniająca jest skonfigurowana. Organizacja {organisation} może poprosić o kod z niej podczas logowania.",
  "ways.removed":
    "Aplikacja uwierzytelniająca została usunięta. Jeśli organizacja {organisation} jej wymaga, skonfigurujesz inną podczas logowania.",

  "through-provider.title": "Zaloguj się przez {provider}",
  "through-provider.explanation": "Następny krok to logowanie przez {provider}. Potem nastąpi powrót tutaj.",
  "provider-failed.title": "Logowanie przez {provider} nie powiodło się",
  "provider-failed.unreachable": "{provider} nie odpowiada.",
  "provider-failed.answer-wrong": "Odpowiedzi z {provider} nie można było użyć.",
  "provider-failed.denied": "Logowanie przez {provider} zostało odrzucone albo tam anulowane.",
  "provider-failed.account-disabled": "Konto u dostawcy {provider} jest wyłączone.",
  "provider-failed.address-unproven":
    "Logowanie przez {provider} udało się, ale nie potwierdzono adresu, za który ten dostawca może ręczyć.",
  "provider-failed.todo":
    "Spróbuj ponownie za chwilę. Przyczynę zapisano dla administratorów organizacji, od której pochodzi zaproszenie.",
  "provider-failed.todo-denied":
    "Spróbuj ponownie i zaloguj się u dostawcy {provider} na konto swojej organizacji.",
  "provider-failed.todo-disabled":
    "Może to zmienić tylko {provider}: zwróć się do tamtejszej pomocy technicznej.",
  "provider-failed.switched-off": "Logowanie przez {provider} jest tu wyłączone.",
  "provider-failed.todo-switched-off":
    "Zwróć się do organizacji, w której masz konto gościa: może ponownie włączyć logowanie przez {provider} lub wysłać nowe zaproszenie.",
  "provider-failed.use-code": "Użyj kodu z e-maila",

  "invited.title": "Masz zaproszenie",
  "invited.person-to-application":
    "{inviter} z organizacji {organisation} zaprasza do aplikacji {application}.",
  "invited.person-to-organisation": "{inviter} zaprasza do współpracy z organizacją {organisation}.",
  "invited.organisation-to-application": "Organizacja {organisation} zaprasza do aplikacji {application}.",
  "invited.organisation": "Organizacja {organisation} zaprasza do współpracy.",
  "invited.message": "Wiadomość",
  "invited.message-from": "Pisze {inviter}",
  "invited.invited-address": "Zaproszony adres",
  "invited.invited-by": "Zaprasza",
  "invited.valid-until": "Ważne do",
  "invited.next-step":
    "Najpierw trzeba potwierdzić własność adresu, a potem widać, czego dowie się organizacja. Przed akceptacją nic nie zostanie udostępnione.",

  "wrong-account.title": "Które konto jest właściwe?",
  "wrong-account.explanation": "Zaproszenie wystawiono na inny adres niż adres zalogowanego konta.",
  "wrong-account.invited": "Zaproszone",
  "wrong-account.signed-in": "Zalogowane",
  "wrong-account.continue-as": "Kontynuuj jako {address}",
  "wrong-account.ask-for": "Poproś o zaproszenie na {address}",
  "wrong-account.mail-subject": "Zaproszenie do organizacji {organisation} dla {address}",
  "wrong-account.stays": "Niczego nie zaakceptowano. Drugie konto też pozostaje zalogowane.",
  "wrong-account.ask-organisation":
    "Niczego nie zaakceptowano. Aby używać adresu {address}, poproś organizację {organisation} o zaproszenie na ten adres.",

  "review.title": "Przejrzyj uprawnienia",
  "review.lead": "Organizacja {organisation} ({domain}) proponuje konto gościa. Po akceptacji:",
  "review.sees-title": "Organizacja pozna tożsamość gościa",
  "review.sees": "Imię i nazwisko oraz adres z zaproszenia, a także sposób potwierdzenia własności adresu.",
  "review.records-title": "Będzie prowadzić dziennik logowań",
  "review.records": "Kiedy następuje logowanie, z jakiego adresu sieciowego i do której z jej aplikacji.",
  "review.manages-title": "Będzie prowadzić konto gościa",
  "review.manages":
    "Może to konto zmienić, ograniczyć lub usunąć. Konto u własnego dostawcy pozostaje bez zmian.",
  "review.trust": "Akceptuj tylko wtedy, gdy ufasz organizacji {organisation}.",
  "review.privacy-of": "Prywatność w organizacji {organisation}",
  "review.terms-of": "Warunki organizacji {organisation}",
  "review.no-links": "Organizacja {organisation} nie podała linku do swojej polityki prywatności.",
  "review.leave-any-time":
    "W każdej chwili można poprosić organizację {organisation} o usunięcie konta gościa.",

  "consent.title": "Żądane uprawnienia",
  "consent.lead": "Aplikacja {application} prosi o zgodę, aby w imieniu użytkownika:",
  "consent.published-by": "Wydawca: {publisher} ({domain})",
  "consent.publisher-unknown": "Wydawca tej aplikacji nie jest znany.",
  "consent.openid": "Logować użytkownika",
  "consent.profile": "Widzieć imię i nazwisko oraz nazwę użytkownika",
  "consent.email": "Widzieć adres e-mail",
  "consent.offline-access": "Zachować udzielony dostęp, gdy aplikacja nie jest używana",
  "consent.user-read": "Logować użytkownika i odczytywać jego profil",
  "consent.user-read-basic-all": "Widzieć nazwiska i adresy wszystkich osób w organizacji",
  "consent.user-read-all": "Odczytywać pełne profile wszystkich osób w organizacji",
  "consent.user-invite-all": "Zapraszać gości do organizacji",
  "consent.only-if-trusted": "Akceptuj tylko wtedy, gdy znasz tę aplikację i ufasz jej twórcom.",
  "consent.at-resource": "W aplikacji {resource}.",
  "consent.by-part": "Robi to {application}, część tej aplikacji.",
  "consent.for-everybody": "Akceptuj dla wszystkich w organizacji {organisation}",
  "consent.for-everybody-hint": "Nikt tam nie zostanie już zapytany o te uprawnienia.",
  "consent.take-back":
    "Można to cofnąć w każdej chwili, w części „Dozwolone aplikacje” na stronie Moje aplikacje.",

  "admin-consent.title": "Uprawnienia dla wszystkich",
  "admin-consent.lead":
    "Aplikacja {application} prosi organizację {organisation} o zgodę dla wszystkich, aby:",
  "admin-consent.as-person": "W imieniu każdej osoby, która jej używa",
  "admin-consent.by-itself": "Samodzielnie, także gdy nikt nie jest zalogowany",
  "admin-consent.sign-in": "Logować użytkowników",

  "allowed.title": "Dozwolone aplikacje",
  "allowed.lead":
    "Te aplikacje mają zgodę na działanie w imieniu użytkownika w organizacji {organisation}. Zgody, których administrator udzielił za wszystkich, nie są wymienione.",
  "allowed.none":
    "Żadna aplikacja nie ma zgody na działanie w imieniu użytkownika w organizacji {organisation}.",
  "allowed.since": "Zaakceptowano {when}",
  "allowed.take-back": "Cofnij",
  "allowed.take-back-of": "Cofnij to, co może aplikacja {application}",
  "allowed.done":
    "Aplikacja {application} nie może już działać w imieniu użytkownika. To, czego dowiedziała się wcześniej, pozostaje w niej.",
  "allowed.back": "Wróć do strony Moje aplikacje",
  "sign-up-apis.title": "API przy rejestracji",
  "sign-up-apis.lead": "Te interfejsy API organizacji {organisation} decydują o rejestrujących się osobach.",
  "sign-up-apis.none": "Żaden interfejs API organizacji {organisation} nie decyduje jeszcze o rejestracjach.",
  "sign-up-apis.address": "Adres",
  "sign-up-apis.state": "Stan",
  "sign-up-apis.asked": "jest wywoływany",
  "sign-up-apis.suspended": "nie jest wywoływany do {when}, bo kilka kolejnych wywołań nie powiodło się",
  "sign-up-apis.sample-lead": "Wywołaj go dla zmyślonej osoby, jak w jednym z tych momentów:",
  "sign-up-apis.after-proof": "Po potwierdzeniu",
  "sign-up-apis.before-creation": "Przed utworzeniem konta",
  "sign-up-apis.calls": "Ostatnie wywołania",
  "sign-up-apis.no-calls": "Nie było jeszcze żadnego wywołania.",
  "sign-up-apis.continue": "Pozwolił kontynuować",
  "sign-up-apis.block": "Odrzucił osobę",
  "sign-up-apis.validation-error": "Zażądał innych odpowiedzi",
  "sign-up-apis.failed": "Wywołanie nie powiodło się",
  "sign-up-apis.took":
    "{milliseconds, number} ms, {count, plural, one {# próba} few {# próby} many {# prób} other {# próby}}",
  "sign-up-apis.details": "Żądanie i odpowiedź",
  "sign-up-apis.request": "Żądanie",
  "sign-up-apis.answer": "Odpowiedź",
  "sign-up-apis.nothing": "Nic",
  "sign-up-apis.sample": "Próbka",
  "providers.title": "Dostawcy tożsamości",
  "providers.lead": "Za ich pośrednictwem goście organizacji {organisation} potwierdzają tożsamość.",
  "providers.none":
    "Organizacja {organisation} nie ufa jeszcze żadnemu dostawcy tożsamości. Dodaj go w wierszu polecenia lub przez Graph.",
  "providers.issuer": "Wystawca",
  "providers.vouches": "Może ręczyć za",
  "providers.no-domain": "żadną domenę",
  "providers.last-try": "Próba logowania",
  "providers.never-tried": "jeszcze nie było",
  "providers.tried-good": "udana, {when}",
  "providers.tried-bad": "nieudana, {when}; niespełniony warunek: {check}",
  "providers.test": "Testuj połączenie",
  "providers.test-of": "Testuj połączenie z dostawcą {provider}",
  "providers.guests": "Goście, którzy się nim logują",
  "providers.off": "Wyłączony",
  "providers.reset-of": "Zresetuj gości dostawcy {provider}",
  "reset.title":
    "Zresetować {count, plural, one {# gościa} few {# gości} many {# gości} other {# gościa}} dostawcy {provider}?",
  "reset.lead":
    "Otrzymają nowe zaproszenia pocztą i zaakceptują je następnym pasującym sposobem. Ich grupy i uprawnienia pozostają. Do tego czasu nie mogą się zalogować.",
  "reset.confirm": "Zresetuj {count, plural, one {# gościa} few {# gości} many {# gości} other {# gościa}}",
  "reset.changed": "Liczba zmieniła się od czasu wyświetlenia.",
  "reset.done":
    "{count, plural, one {Zaproszono ponownie # gościa.} few {Zaproszono ponownie # gości.} many {Zaproszono ponownie # gości.} other {Zaproszono ponownie # gościa.}}",
  "reset.left":
    "{count, plural, one {Nie zresetowano # gościa.} few {Nie zresetowano # gości.} many {Nie zresetowano # gości.} other {Nie zresetowano # gościa.}}",
  "providers.back": "Wróć do dostawców tożsamości",
  "report.title": "Połączenie z dostawcą {provider}",
  "report.good": "Wszystkie testy, które nie wymagają udziału osoby, zakończyły się powodzeniem.",
  "report.bad":
    "{count, plural, one {# test nie powiódł się. Przy nim opisano, jak to naprawić.} few {# testy nie powiodły się. Przy każdym opisano, jak to naprawić.} many {# testów nie powiodło się. Przy każdym opisano, jak to naprawić.} other {# testu nie powiodło się. Przy każdym opisano, jak to naprawić.}}",
  "report.passed": "Zaliczono",
  "report.failed": "Nie zaliczono",
  "report.not-run": "Nie sprawdzono",
  "report.mend": "Co zrobić",
  "report.try-lead":
    "Resztę pokaże dopiero logowanie. Użyj tego linku albo wyślij go osobie u dostawcy {provider}. Link nikogo tu nie loguje i nie tworzy konta. Działa jeden raz, do {when}.",
  "report.try-open": "Wypróbuj logowanie",
  "report.link": "Link do próby logowania",
  "trial.title": "Próba logowania przez {provider}",
  "trial.lead": "Organizacja {organisation} chce wiedzieć, czy działa logowanie przez {provider}.",
  "trial.explained":
    "Logowanie odbywa się u dostawcy {provider}, a potem następuje powrót do strony z listą tego, co stamtąd przyszło. Próba nikogo tu nie loguje i nie tworzy konta.",
  "trial.seen":
    "Administratorzy organizacji {organisation} widzą to samo: identyfikator i adres, które podaje {provider}.",
  "trial.begin": "Rozpocznij",
  "trial.go-lead": "Zaloguj się teraz u dostawcy {provider}.",
  "trial.result-good": "Logowanie przez {provider} działa.",
  "trial.result-bad": "Logowanie przez {provider} jeszcze nie działa.",

  "approvals.title": "Prośby o rejestrację",
  "approvals.lead":
    "Te osoby chcą zostać gośćmi organizacji {organisation}. Dopóki ktoś nie zatwierdzi prośby, nic nie powstaje.",
  "approvals.further":
    "Po rozpatrzeniu tych {count, plural, one {pojawi się jeszcze # prośba} few {pojawią się jeszcze # prośby} many {pojawi się jeszcze # próśb} other {pojawi się jeszcze # prośby}}.",
  "approvals.none": "Nikt nie czeka na Twoją decyzję.",
  "approval.title": "Prośba: {person}",
  "approval.lead":
    "{person} prosi o dostęp gościa w organizacji {organisation}. Prośba dotyczy: {application}.",
  "approval.address": "E-mail",
  "approval.proven-by": "Adres potwierdza",
  "approval.mailed-code": "kod wysłany na ten adres",
  "approval.asked-on": "Data prośby",
  "approval.open-until": "Otwarta do",
  "approval.answers": "Odpowiedzi",
  "approval.reason": "Powód",
  "approval.reason-hint": "Przeczyta to {person}. Powód jest konieczny, aby odrzucić prośbę.",
  "approval.approve": "Zatwierdź",
  "approval.deny": "Odrzuć",
  "approval.approved-by": "Tę prośbę zatwierdza {who}, {when}.",
  "approval.denied-by": "Tę prośbę odrzuca {who}, {when}.",
  "approval.back": "Wróć do próśb",
  "approval.error.reason-missing": "Podaj, dlaczego odrzucasz prośbę.",
  "approval.error.not-offered":
    "Obecnie nikt nie może zarejestrować się w tej aplikacji, więc prośby nie można zatwierdzić. Zapytaj administratora albo ją odrzuć.",
  "approval.error.way-not-taken":
    "Sposób, w jaki ta osoba potwierdziła adres, nie jest już przyjmowany, więc prośby nie można zatwierdzić. Odrzuć ją albo zaproś tę osobę.",
  "approval.error.domain-not-taken":
    "Adresy z tej domeny nie są już przyjmowane, więc prośby nie można zatwierdzić. Odrzuć ją albo zapytaj administratora.",
  "approval.error.address-taken":
    "Gość z tym adresem już istnieje, więc prośby nie można zatwierdzić. Odrzuć ją i poradź tej osobie, aby zalogowała się tak jak wcześniej.",
  "my-apps.title": "Moje aplikacje",
  "my-apps.just-accepted": "Witamy. Masz teraz konto gościa w organizacji {organisation}.",
  "my-apps.applications": "Aplikacje",
  "my-apps.no-applications":
    "Żadna aplikacja organizacji {organisation} nie jest jeszcze dostępna. Gdy będzie, pojawi się tutaj.",
  "my-apps.organisations": "Organizacje",
  "my-apps.as-guest": "Gość",
  "my-apps.as-member": "Członek",
  "my-apps.shown-now": "teraz widoczna",
  "my-apps.approvals":
    "{count, plural, one {# prośba o rejestrację} few {# prośby o rejestrację} many {# próśb o rejestrację} other {# prośby o rejestrację}}",
  "my-apps.invite": "Zaproś gościa",

  "sign-out.title": "Wylogowanie",
  "sign-out.which": "Które konto wylogować?",
  "sign-out.sure": "Wylogować to konto?",
  "sign-out.all": "Wszystkie konta",
  "sign-out.stay": "Nie wylogowuj",
  "device-code.title": "Wpisz kod z urządzenia",
  "device-code.lead": "Urządzenie lub program wskazał tę stronę i pokazał kod.",
  "device-code.hint": "Osiem liter; wielkość nie ma znaczenia.",
  "device-code.unknown": "Ten kod nie jest znany albo wygasł. Sprawdź go lub wyświetl na urządzeniu nowy.",
  "device-code.warning":
    "Wpisuj tylko kod z urządzenia, które masz przed sobą, nigdy kod, który ktoś przysłał lub podał.",
  "device-code.message": "Otwórz {url} w przeglądarce, na tym lub innym urządzeniu, i wpisz kod {code}.",
  "arrival.title": "Kontynuować jako {address}?",
  "arrival.lead": "{provider} kieruje do organizacji {organisation} i podaje, że loguje się {address}.",
  "arrival.only-if-yours":
    "Kontynuuj tylko wtedy, gdy przejście z {provider} było zamierzone i znasz ten adres jako własny.",
  "visit.title": "Zalogować się do organizacji {organisation}?",
  "visit.lead":
    "Organizacja {organisation}, pod adresem {host}, twierdzi, że loguje się jej gość, i pyta o jego tożsamość.",
  "visit.learns": "Dowie się, jakie imię, nazwisko i adresy są zapisane w {home}.",
  "visit.password-stays": "Hasło pozostaje w {home}.",
  "visit.check-host": "Nazwę organizacja nadaje sobie sama. Kontynuuj tylko wtedy, gdy znasz {host}.",
  "visit.going-on-title": "Dalej do organizacji {organisation}",
  "visit.going-on": "Ciąg dalszy pod adresem {host}.",
  "confirm-device.title": "Czy rozpoznajesz to urządzenie?",
  "confirm-device.lead": "Aplikacja {application} prosi o zalogowanie na to konto na innym urządzeniu.",
  "confirm-device.organisation": "Organizacja",
  "confirm-device.asked-at": "Czas żądania",
  "confirm-device.asked-from": "Źródło żądania",
  "confirm-device.approve": "Zaloguj na urządzeniu",
  "confirm-device.warning":
    "Kontynuuj tylko wtedy, gdy samodzielnie rozpoczynasz to logowanie, na zaufanym urządzeniu. Jeśli kod przysłał ktoś inny, anuluj: zalogowałby się na to konto.",
  "device-done.title": "Urządzenie jest zalogowane",
  "device-done.lead": "Wróć do aplikacji {application} na urządzeniu. Reszta nastąpi sama.",
  "device-done.close": "Można zamknąć to okno.",
  "device-declined.title": "Urządzenie nie zostało zalogowane",
  "device-declined.lead": "Aplikacja {application} nie otrzymała dostępu.",
  "device-declined.todo":
    "Jeśli to logowanie rozpoczął ktoś inny, powiadom osoby, które opiekują się komputerami. Można zamknąć to okno.",
  "device-late.title": "Kod wygasł",
  "device-late.lead":
    "Logowanie aplikacji {application} trwało zbyt długo albo rozstrzygnięto je w innym oknie.",
  "device-late.todo": "Zacznij ponownie na urządzeniu, aby otrzymać nowy kod.",

  "signed-out.title": "Wylogowano",
  "signed-out.all": "Sesja tutaj jest zakończona.",
  "signed-out.account": "Konto {address} jest tu wylogowane.",
  "signed-out.close-windows":
    "Na komputerze, z którego korzystają też inne osoby, zamknij wszystkie okna przeglądarki.",
  "signed-out.again": "Zaloguj się ponownie",

  "form-post.title": "Chwileczkę",
  "form-post.lead": "Logowanie zakończone. Przejdź do aplikacji, jeśli nie otworzy się sama.",
  "form-post.to-application":
    "Logowanie zakończone. Przejdź do aplikacji {application}, jeśli nie otworzy się sama.",

  "set-up.title": "Konfiguracja Guesthouse",
  "set-up.lead": "Podaj pierwszą organizację i jej administratora. Tej strony można użyć jeden raz.",
  "set-up.organisation": "Organizacja",
  "set-up.organisation-name": "Nazwa organizacji",
  "set-up.initial-domain": "Krótka nazwa",
  "set-up.initial-domain-hint":
    "Litery, cyfry i łączniki, na przykład contoso. Powstanie z niej pierwsza domena, contoso.guesthouse.internal.",
  "set-up.administrator": "Administrator",
  "set-up.your-name": "Imię i nazwisko",
  "set-up.email-hint": "Będzie służyć do logowania.",
  "set-up.password-hint": "Co najmniej 10 znaków; kilka słów to dobre hasło.",
  "set-up.create": "Utwórz organizację",
  "set-up.error.organisation-name": "Wpisz nazwę organizacji.",
  "set-up.error.initial-domain": "Krótka nazwa składa się tylko z liter, cyfr i łączników, od 1 do 27.",
  "set-up.error.display-name": "Wpisz imię i nazwisko.",
  "set-up.error.password-short": "Hasło jest za krótkie. Użyj co najmniej 10 znaków.",

  "demo.title": "Demonstracja Guesthouse",
  "demo.lead": "Zaproś gościa, otwórz jego pocztę, przyjmij zaproszenie i obejrzyj logowanie.",
  "demo.invite": "Zaproś gościa",
  "demo.invite-note": "jako członek Contoso",
  "demo.mailbox": "Otwórz jego pocztę",
  "demo.mailbox-note": "każda wysłana stąd wiadomość",
  "demo.tester": "Przetestuj logowanie",
  "demo.tester-note": "żądania, odpowiedzi, tokeny",
  "demo.my-apps": "Moje aplikacje",
  "demo.my-apps-note": "co może otworzyć gość",
  "demo.accounts": "Konta do wypróbowania",
  "demo.person": "Osoba",
  "demo.roles": "Role",
  "demo.password-of": "hasło: {person}",
  "demo.graph": "Graph działa pod adresem",

  "invite.title": "Zaproś gości",
  "invite.addresses": "Kogo zaprosić?",
  "invite.addresses-hint": "Jeden adres e-mail w wierszu albo kilka rozdzielonych przecinkami.",
  "invite.display-name": "Imię i nazwisko",
  "invite.display-name-hint": "Tylko przy zapraszaniu jednej osoby. W innym razie nazwy powstają z adresów.",
  "invite.application": "Dokąd prowadzi link",
  "invite.my-apps": "Moje aplikacje",
  "invite.message": "Wiadomość",
  "invite.message-hint": "Zwykły tekst; w e-mailu podpisany nazwiskiem osoby zapraszającej.",
  "invite.message-language": "Język e-maila",
  "invite.lifetime-days": "Ile dni link jest ważny",
  "invite.preview": "Zobacz, co się stanie",
  "invite.error.addresses-missing": "Wpisz co najmniej jeden adres e-mail.",
  "invite.error.addresses-many": "Liczba osób zapraszanych naraz: najwyżej {limit}.",
  "invite.error.name-for-one": "Imię i nazwisko można podać tylko przy zapraszaniu jednej osoby.",
  "invite.error.message-long": "Wiadomość jest za długa; limit znaków: {limit}. Skróć ją.",
  "invite.error.lifetime": "Wybierz liczbę dni od 1 do {limit}.",
  "invite.error.application": "Tej aplikacji już nie ma. Wybierz inną.",
  "invite.done.sent":
    "{count, plural, one {# zaproszenie jest w drodze.} few {# zaproszenia są w drodze.} many {# zaproszeń jest w drodze.} other {# zaproszenia jest w drodze.}}",
  "invite.done.links":
    "{count, plural, one {# link do skopiowania jest poniżej.} few {# linki do skopiowania są poniżej.} many {# linków do skopiowania jest poniżej.} other {# linku do skopiowania jest poniżej.}}",
  "invite.error.gone":
    "Tego zaproszenia nie można już zmienić: zostało przyjęte, gość nie istnieje albo utworzył je ktoś inny.",
  "invite.done.resent":
    "E-mail z nowym linkiem dla {address} jest w drodze. Wcześniej wysłane linki działają, dopóki nie wygasną.",
  "invite.done.new-link":
    "Nowy link dla {address} jest poniżej; skopiuj go teraz, nie zostanie pokazany ponownie. Wcześniej utworzone linki działają, dopóki nie wygasną.",
  "invite.done.revoked": "Zaproszenie dla {address} zostało wycofane. Żaden link do niego już nie działa.",

  "preview.title": "Co się stanie",
  "preview.new-guest": "nowy gość, otrzyma zaproszenie",
  "preview.fresh-link": "ma już zaproszenie i otrzyma nowy link",
  "preview.already-accepted": "jest już gościem i może się logować; nic nie zostanie wysłane",
  "preview.member": "jest tu członkiem i nie potrzebuje zaproszenia; nic nie zostanie wysłane",
  "preview.bad-address": "nie jest pełnym adresem e-mail; nic nie zostanie wysłane",
  "preview.domain-refused":
    "nie można zaprosić: organizacja nie dopuszcza tej domeny; nic nie zostanie wysłane",
  "preview.twice": "jest na liście dwa razy; otrzyma jedno zaproszenie",
  "preview.lands-on": "Link prowadzi do: {application}.",
  "preview.send":
    "{count, plural, one {Wyślij # zaproszenie} few {Wyślij # zaproszenia} many {Wyślij # zaproszeń} other {Wyślij # zaproszenia}}",
  "preview.links-only": "Skopiuj tylko linki",
  "preview.nothing-to-send": "Żadnego z tych adresów nie można zaprosić.",
  "preview.change": "Zmień",

  "list.title": "Dotychczasowe zaproszenia",
  "list.empty":
    "Nikogo jeszcze nie zaproszono. Zaproszone osoby pojawią się tutaj wraz z losem wysłanych e-maili.",
  "list.guest": "Gość",
  "list.mail": "E-mail",
  "list.state": "Zaproszenie",
  "list.dates": "Daty",
  "list.actions": "Działania",
  "list.to-application": "do aplikacji {application}",
  "list.link-of": "Link dla {address}",
  "list.mail-queued": "Czeka na wysłanie",
  "list.mail-sent": "Wysłany",
  "list.see-mailbox": "Zobacz w skrzynce",
  "list.mail-failed": "Niedoręczony",
  "list.mail-not-wanted": "Bez e-maila",
  "list.pending": "Oczekuje",
  "list.accepted": "Przyjęte",
  "list.expired": "Wygasło",
  "list.revoked": "Wycofane",
  "list.created": "Utworzone {when}",
  "list.expires": "Ważne do {when}",
  "list.resend": "Wyślij ponownie",
  "list.new-link": "Nowy link",
  "list.revoke": "Wycofaj",
  "list.paging": "Strony",
  "list.newer": "Nowsze",
  "list.older": "Starsze",

  "problem.this-application": "ta aplikacja",
  "problem.your-account": "bieżące konto",
  "problem.ask-inviter-at": "O nowe zaproszenie zwróć się do osoby zapraszającej: {inviter} ({address}).",
  "problem.ask-inviter-named": "O nowe zaproszenie zwróć się do osoby zapraszającej: {inviter}.",
  "problem.ask-organisation": "Poproś organizację {organisation} o nowe zaproszenie.",
  "problem.application-owner":
    "Powiadom osoby, które prowadzą aplikację. Szczegóły poniżej pomogą im ją naprawić.",
  "problem.next.requests": "Otwórz prośby",
  "problem.next.my-apps": "Otwórz Moje aplikacje",
  "problem.next.other-account": "Użyj innego konta",
  "problem.next.start-again": "Zacznij ponownie",
  "problem.next.try-again": "Spróbuj ponownie",
  "problem.expired.title": "To zaproszenie wygasło",
  "problem.expired.what": "Zaproszenie było ważne przez ograniczony czas, który już minął.",
  "problem.expired.what-on": "Zaproszenie wygasło {when}.",
  "problem.revoked.title": "To zaproszenie zostało wycofane",
  "problem.revoked.what":
    "Organizacja {organisation} wycofała ten link. Jeśli przyszła nowsza wiadomość, otwórz link, który się w niej znajduje.",
  "problem.revoked.what-on":
    "Organizacja {organisation} wycofała ten link {when}. Jeśli przyszła nowsza wiadomość, otwórz link, który się w niej znajduje.",
  "problem.already-accepted.title": "Zaproszenie jest już przyjęte",
  "problem.already-accepted.what": "To zaproszenie przyjęto wcześniej.",
  "problem.already-accepted.what-on": "To zaproszenie przyjęto {when}.",
  "problem.already-accepted.todo": "Link nie jest już potrzebny: zaloguj się na użyte wtedy konto.",
  "problem.wrong-account.title": "To zaproszenie jest dla kogoś innego",
  "problem.wrong-account.what":
    "Zalogowane konto ({address}) jest inne niż to, dla którego wystawiono zaproszenie.",
  "problem.wrong-account.todo": "Kontynuuj na zaproszonym koncie albo poproś o zaproszenie dla tego.",
  "problem.account-disabled.title": "Dostęp jest wyłączony",
  "problem.account-disabled.what": "Organizacja {organisation} wyłączyła konto gościa, które prowadziła.",
  "problem.account-disabled.todo": "Poproś organizację {organisation} o ponowne włączenie konta.",
  "problem.guest-deleted.title": "Konto gościa już nie istnieje",
  "problem.guest-deleted.what":
    "Organizacja {organisation} usunęła konto gościa, do którego należało to zaproszenie.",
  "problem.domain-refused.title": "Tego zaproszenia nie można teraz przyjąć",
  "problem.domain-refused.what":
    "Organizacja {organisation} nie współpracuje z adresami w Twojej domenie. Zaproszenie jest zachowane na wypadek, gdyby to się zmieniło.",
  "problem.domain-refused.todo":
    "Zapytaj osobę, która wysłała zaproszenie, lub organizację {organisation}. Możesz też otrzymać nowe zaproszenie na adres w innej domenie.",
  "problem.unknown-link.title": "Ten link donikąd nie prowadzi",
  "problem.unknown-link.what":
    "Do tego linku nie należy żadne zaproszenie. Być może link został ucięty przy kopiowaniu.",
  "problem.unknown-link.todo": "Otwórz link bezpośrednio w wiadomości albo poproś osobę zapraszającą o nowy.",
  "problem.other-browser.title": "Kontynuuj w przeglądarce z początku logowania",
  "problem.other-browser.what":
    "Ten krok należy do logowania rozpoczętego w innej przeglądarce lub innym oknie albo jego plik cookie został usunięty.",
  "problem.other-browser.todo":
    "Wróć do tamtej przeglądarki lub zacznij od nowa: otwórz jeszcze raz aplikację lub link z wiadomości.",
  "problem.too-late.title": "To trwało zbyt długo",
  "problem.too-late.what":
    "Logowanie było otwarte zbyt długo i ze względów bezpieczeństwa zostało zamknięte.",
  "problem.too-late.todo": "Zacznij od nowa: otwórz jeszcze raz aplikację lub link z wiadomości.",
  "problem.rate-limited.title": "Zbyt wiele prób",
  "problem.rate-limited.what": "W krótkim czasie z tej sieci lub dla tego adresu przyszło wiele żądań.",
  "problem.rate-limited.todo":
    "{minutes, plural, one {Odczekaj # minutę, a potem spróbuj ponownie.} few {Odczekaj # minuty, a potem spróbuj ponownie.} many {Odczekaj # minut, a potem spróbuj ponownie.} other {Odczekaj # minuty, a potem spróbuj ponownie.}}",
  "problem.server-trouble.title": "Coś poszło nie tak po naszej stronie",
  "problem.server-trouble.what": "Guesthouse nie może dokończyć tego kroku.",
  "problem.server-trouble.todo":
    "Spróbuj ponownie za chwilę. Jeśli problem pozostanie, wyślij poniższe szczegóły osobom, które prowadzą tę usługę.",
  "problem.page-not-found.title": "Nie ma takiej strony",
  "problem.page-not-found.what": "Pod tym adresem nic się nie znajduje.",
  "problem.page-not-found.todo": "Sprawdź adres albo przejdź do swoich aplikacji.",
  "problem.not-in-organisation.title": "Brak konta gościa w tej organizacji",
  "problem.not-in-organisation.what":
    "To konto ({address}) nie jest członkiem ani gościem organizacji {organisation}.",
  "problem.not-in-organisation.todo":
    "Poproś kogoś z organizacji {organisation} o zaproszenie albo użyj innego konta.",
  "problem.not-assigned.title": "Brak dostępu do tej aplikacji",
  "problem.not-assigned.what":
    "Organizacja {organisation} dopuszcza do aplikacji ({application}) tylko wybrane osoby. Tego konta ({address}) wśród nich nie ma.",
  "problem.not-assigned.todo":
    "Poproś o dostęp osoby, które prowadzą aplikację ({application}), albo użyj innego konta.",
  "problem.access-blocked.title": "Nie możesz się tak zalogować",
  "problem.access-blocked.what":
    "{organisation} ma regułę, która nie wpuszcza {address} stąd lub do tej aplikacji.",
  "problem.access-blocked.todo":
    "Spróbuj ponownie ze swojej zwykłej sieci. Jeśli to nie pomoże, zapytaj organizację i podaj szczegóły poniżej.",
  "problem.other-provider.title": "Zaloguj się tak, jak przy akceptacji",
  "problem.other-provider.what":
    "Zaproszenie organizacji {organisation} zostało przyjęte w inny sposób ({address}).",
  "problem.other-provider.todo":
    "Zaloguj się tak, jak przy akceptacji. Jeśli to już niemożliwe, poproś organizację {organisation} o zresetowanie dostępu.",
  "problem.sign-up-domain.title": "Z tym adresem nie można się zarejestrować",
  "problem.sign-up-domain.what":
    "Organizacja {organisation} nie przyjmuje tego adresu ({address}) w tej aplikacji.",
  "problem.sign-up-domain.todo":
    "Użyj adresu służbowego albo poproś kogoś z organizacji {organisation} o zaproszenie.",
  "problem.no-way.title": "Z tym adresem nie można się zalogować",
  "problem.no-way.what":
    "Organizacja {organisation} nie przyjmuje żadnego sposobu potwierdzenia tego adresu.",
  "problem.no-way.todo": "Użyj innego adresu albo zwróć się do osoby zapraszającej.",
  "problem.application-disabled.title": "Ta aplikacja jest wyłączona",
  "problem.application-disabled.what": "Organizacja {organisation} wyłączyła aplikację ({application}).",
  "problem.application-disabled.todo": "Zwróć się do osób, które prowadzą aplikację ({application}).",
  "problem.admin-consent.title": "Najpierw musi zgodzić się administrator",
  "problem.admin-consent.what":
    "Aplikacja ({application}) prosi o coś, na co może zezwolić tylko administrator organizacji {organisation}.",
  "problem.admin-consent.todo":
    "Poproś administratora organizacji {organisation} o akceptację dla wszystkich, a potem spróbuj ponownie. Z konta administratora można to zrobić bezpośrednio.",
  "problem.consent-off.what":
    "W organizacji {organisation} tylko administratorzy decydują, co może robić aplikacja ({application}).",
  "problem.declined.title": "Niczego nie zaakceptowano",
  "problem.declined.what":
    "Akceptacji nie było, więc konto gościa w organizacji {organisation} nie powstało.",
  "problem.declined.todo": "Można zamknąć to okno albo zacząć ponownie po zmianie zdania.",
  "problem.may-not-invite.title": "Brak prawa do zapraszania gości",
  "problem.may-not-invite.what":
    "Organizacja {organisation} pozwala zapraszać gości tylko niektórym członkom. Tego konta ({address}) wśród nich nie ma.",
  "problem.may-not-invite.todo": "Poproś administratora organizacji {organisation} o rolę Guest Inviter.",
  "problem.trial-over.title": "Ta próba jest zakończona",
  "problem.trial-over.what": "Link został już użyty, jest za stary albo został wycofany.",
  "problem.trial-over.todo": "Poproś o nowy administratora, który go wysłał.",
  "problem.not-asked.title": "Nie było prośby o to logowanie",
  "problem.not-asked.what":
    "Strona logowania innej organizacji skierowała tutaj z własnej inicjatywy, a organizacja {organisation} nie mogła tego przyjąć.",
  "problem.not-asked.todo":
    "Zacznij od aplikacji, której chcesz użyć, albo od strony Moje aplikacje. Stamtąd nastąpi przejście do strony logowania własnej organizacji.",
  "problem.no-request.title": "Nie ma tu nic do rozstrzygnięcia",
  "problem.no-request.what": "Prośba została wycofana, wygasła albo decyzja nie należy do Ciebie.",
  "problem.no-request.todo": "Sprawdź prośby, które czekają na Twoją decyzję.",
  "problem.may-not-manage-providers.title": "Brak prawa do zarządzania dostawcami tożsamości",
  "problem.may-not-manage-providers.what":
    "W organizacji {organisation} mogą to robić tylko niektórzy administratorzy. Tego konta ({address}) wśród nich nie ma.",
  "problem.may-not-manage-providers.todo":
    "Poproś administratora organizacji {organisation} o rolę External Identity Provider Administrator.",
  "flow-preview.title": "Strony rejestracji",
  "flow-preview.lead": "Zobacz, co widzą osoby, które się rejestrują, i powiedz to własnymi słowami.",
  "flow-preview.none": "Nie ma jeszcze przepływu użytkownika. Najpierw utwórz go przez Graph.",
  "flow-preview.flow": "Przepływ użytkownika",
  "flow-preview.page": "Strona",
  "flow-preview.page.idpselections": "Adres lub dostawca",
  "flow-preview.page.agree": "Zgoda",
  "flow-preview.page.selfasserted": "Pytania",
  "flow-preview.page.sendcode": "Wysłanie kodu",
  "flow-preview.page.code": "Wpisanie kodu",
  "flow-preview.page.address": "Podanie adresu",
  "flow-preview.page.waiting": "Decyduje człowiek",
  "flow-preview.page.denied": "Prośba odrzucona",
  "flow-preview.page.blocked": "Zatrzymane przez API organizacji",
  "flow-preview.page.refused": "Adres nieprzyjmowany",
  "flow-preview.state": "Stan",
  "flow-preview.state.first": "Jak pojawia się najpierw",
  "flow-preview.state.errors": "Z komunikatami o błędach",
  "flow-preview.state.other": "Jak wygląda w innym przypadku",
  "flow-preview.width": "Szerokość",
  "flow-preview.width.phone": "Telefon",
  "flow-preview.width.desktop": "Komputer",
  "flow-preview.scheme": "Kolory",
  "flow-preview.scheme.light": "Jasne",
  "flow-preview.scheme.dark": "Ciemne",
  "flow-preview.choose": "Pokaż",
  "flow-preview.frame": "Podgląd strony",
  "flow-preview.protected":
    "To, co mówi, na co ktoś się zgadza, jest wszędzie takie samo. Nazwy pytań zmienia się na stronie z pytaniami.",
  "flow-preview.words": "Teksty strony",
  "flow-preview.questions": "Pytania",
  "flow-preview.errors": "Komunikaty o błędach",
  "flow-preview.label": "{question}: etykieta",
  "flow-preview.hint": "{question}: wiersz poniżej",
  "flow-preview.empty": "Puste pole pozostawia tekst bez zmian.",
  "flow-preview.show": "Pokaż zmiany",
  "flow-preview.save": "Zapisz",
  "flow-preview.saved": "Zapisano. Będzie widoczne w ciągu trzech sekund.",
  "flow-preview.wrong-braces": "W nawiasach klamrowych mogą tu stać tylko te nazwy: {names}",
  "flow-preview.no-braces": "W nawiasach klamrowych nie mogą tu stać żadne nazwy.",

  "problem.may-not-manage-flows.title": "Brak prawa do zarządzania rejestracjami",
  "problem.may-not-manage-flows.what":
    "W organizacji {organisation} mogą to robić tylko niektórzy administratorzy. Tego konta ({address}) wśród nich nie ma.",
  "problem.may-not-manage-flows.todo":
    "Poproś administratora organizacji {organisation} o rolę External ID User Flow Administrator.",
  "problem.unknown-application.title": "Ta aplikacja nie jest tu znana",
  "problem.unknown-application.what":
    "Aplikacja, która tu skierowała, nie jest zarejestrowana w organizacji {organisation}.",
  "problem.unknown-organisation.title": "Ta organizacja nie jest tu znana",
  "problem.unknown-organisation.what":
    "Aplikacja, która tu skierowała, wskazała organizację, która tu nie istnieje.",
  "problem.redirect.title": "Odpowiedź trafiłaby w niewłaściwe miejsce",
  "problem.redirect.what":
    "Odpowiedź dla aplikacji ({application}) miała trafić na adres, który nie jest dla niej zarejestrowany. Dla bezpieczeństwa ją zatrzymano.",
  "problem.request-wrong.title": "Żądanie aplikacji jest nieprawidłowe",
  "problem.request-wrong.what": "Żądanie aplikacji ({application}) jest niepełne lub zawiera sprzeczności.",
  "mailbox.title": "Skrzynka pocztowa",
  "mailbox.lead": "Każda wiadomość z tej demonstracji trafia tutaj zamiast do odbiorcy.",
  "mailbox.recipient": "Wiadomości do",
  "mailbox.recipient-hint": "Cały adres lub jego część",
  "mailbox.search": "Szukaj",
  "mailbox.show-all": "Pokaż wszystkie",
  "mailbox.look-again": "Odśwież",
  "mailbox.none": "Nie ma jeszcze wiadomości. Zaproś kogoś i zajrzyj tu ponownie.",
  "mailbox.none-found": "Nie ma jeszcze wiadomości do {address}.",
  "mailbox.list": "Wiadomości, od najnowszych",
  "mailbox.to": "Do",
  "mailbox.received": "Odebrano",
  "mailbox.all-mails": "Wszystkie wiadomości",
  "mailbox.rendered": "Tak, jak pokazuje program pocztowy",
  "mailbox.plain-text": "Zwykły tekst",
  "mailbox.headers": "Nagłówki",
};
