import type { WordsOfChecks } from "./words-of-checks.ts";

export const polishChecks: WordsOfChecks = {
  settings: {
    title: "Zapisane dane dostawcy są kompletne",
    remedy: "Zmień dostawcę i podaj wskazane ustawienie.",
  },
  "endpoint-reached": {
    title: "Serwer dostawcy odpowiada",
    remedy:
      "Sprawdź adres oraz to, czy zapora przepuszcza Guesthouse. Adres we własnej sieci trzeba dopuścić ustawieniem GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "Certyfikat serwera jest ważny",
    remedy: "Operator dostawcy odnawia certyfikat albo wysyła razem z nim cały łańcuch.",
  },
  "metadata-understood": {
    title: "To, co dostawca publikuje o sobie, nadaje się do użycia",
    remedy:
      "Podaj samego wystawcę albo adres jego metadanych i porównaj to, co jest tam opublikowane, z dokumentacją.",
  },
  "keys-readable": {
    title: "Klucze dostawcy można odczytać",
    remedy: "Operator dostawcy publikuje klucze podpisu pod adresem wskazanym w metadanych.",
  },
  "signing-certificates": {
    title: "Certyfikat podpisu mieści się w okresie ważności",
    remedy:
      "Poproś partnera o aktualny certyfikat albo podaj adres metadanych, aby był odczytywany automatycznie.",
  },
  "client-credentials": {
    title: "Dostawca zna naszego klienta i jego klucz tajny",
    remedy:
      "Porównaj identyfikator klienta z zarejestrowanym u dostawcy, utwórz tam nowy klucz tajny i zapisz go tutaj.",
  },
  "domains-proven": {
    title: "Każda domena pozwala dostawcy za siebie ręczyć",
    remedy: "Właściciel domeny publikuje wskazany rekord TXT albo domena zostaje dostawcy odebrana.",
  },
  "answer-understood": {
    title: "Odpowiedź można odczytać",
    remedy:
      "Porównaj to, co wysyła dostawca, ze stroną dokumentacji o jego rodzaju; szczegół mówi, czego brakuje.",
  },
  "answer-belongs-here": {
    title: "Odpowiedź należy do tego żądania",
    remedy:
      "Rozpocznij próbę w Guesthouse, a nie u dostawcy. Jeśli tak było, poszukaj drugiego okna, które odpowiedziało wcześniej.",
  },
  "person-agreed": {
    title: "Osoba zalogowała się i wyraziła zgodę",
    remedy:
      "Zaloguj się na konto, które ma u dostawcy dostęp do aplikacji; szczegół to powód podany przez samego dostawcę.",
  },
  "code-redeemed": {
    title: "Dostawca wymienił kod na tokeny",
    remedy:
      "Porównaj identyfikator klienta, klucz tajny i identyfikator URI przekierowania z tym, co zarejestrowano u dostawcy.",
  },
  algorithm: {
    title: "Token jest podpisany dopuszczonym algorytmem",
    remedy: "Ustaw u dostawcy podpis RS256, PS256, ES256 lub EdDSA.",
  },
  decryption: {
    title: "Odpowiedź można odszyfrować",
    remedy:
      "Przekaż partnerowi nasz aktualny certyfikat szyfrowania albo ustaw u dostawcy odpowiedzi bez szyfrowania.",
  },
  signature: {
    title: "Podpis pochodzi od jednego z kluczy dostawcy",
    remedy:
      "Podaj aktualny certyfikat partnera lub adres jego metadanych; po zmianie kluczy stare już nie obowiązują.",
  },
  issuer: {
    title: "Wystawca jest tym, którego dodano",
    remedy: "Porównaj obu wystawców. Inny wystawca to inny dostawca: dodaj go osobno.",
  },
  audience: {
    title: "Odpowiedź jest przeznaczona dla nas",
    remedy:
      "Wpisz u dostawcy oczekiwanego odbiorcę (nasz identyfikator klienta lub identyfikator jednostki).",
  },
  destination: {
    title: "Odpowiedź wysłano na właściwy adres",
    remedy: "Wpisz u dostawcy nasz adres odpowiedzi dokładnie tak, jak pokazuje dokumentacja.",
  },
  recipient: {
    title: "Asercja wskazuje nasz adres odpowiedzi",
    remedy: "Wpisz u dostawcy nasz adres odpowiedzi dokładnie tak, jak pokazuje dokumentacja.",
  },
  nonce: {
    title: "Token odpowiada dokładnie na to żądanie",
    remedy: "Dostawca musi zwrócić wartość nonce z żądania bez zmian.",
  },
  time: {
    title: "Czasy w odpowiedzi są prawidłowe",
    remedy: "Ustaw zegary obu serwerów; mogą różnić się najwyżej o dwie minuty.",
  },
  "profile-read": {
    title: "Dane dostawcy o osobie można odczytać",
    remedy: "Pozwól aplikacji u dostawcy odczytywać profil i adresy e-mail.",
  },
  subject: {
    title: "Osobę wskazuje trwały identyfikator",
    remedy:
      "Wysyłaj dla każdej osoby identyfikator subject (NameID inny niż przejściowy lub wybrane oświadczenie), za każdym razem ten sam.",
  },
  "taken-once": {
    title: "Odpowiedź przyszła po raz pierwszy",
    remedy: "Rozpocznij próbę od nowa: odpowiedź liczy się jeden raz.",
  },
  address: {
    title: "Przyszedł też adres e-mail",
    remedy: "Ustaw u dostawcy wysyłanie adresu osoby: oświadczenie email lub atrybut emailaddress.",
  },
  "address-verified": {
    title: "Dostawca podaje, że sprawdził adres",
    remedy:
      "Ustaw u dostawcy wysyłanie email_verified z wartością true albo potwierdź adres na tamtejszym koncie.",
  },
  "domain-rule": {
    title: "Adres należy do domeny, za którą dostawca może ręczyć",
    remedy: "Zaloguj się na konto z domeny partnera albo przypisz dostawcy domenę tego adresu.",
  },
};
