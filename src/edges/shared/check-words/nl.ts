import type { WordsOfChecks } from "./words-of-checks.ts";

export const dutchChecks: WordsOfChecks = {
  settings: {
    title: "De gegevens over de provider zijn volledig",
    remedy: "Wijzig de provider en geef de instelling op die wordt genoemd.",
  },
  "endpoint-reached": {
    title: "De server van de provider antwoordt",
    remedy:
      "Controleer het adres, en of een firewall Guesthouse doorlaat. Een adres binnen uw netwerk moet met GUESTHOUSE_OUTBOUND_ALLOW worden toegestaan.",
  },
  "tls-certificate": {
    title: "Het certificaat van de server is in orde",
    remedy: "De beheerder van de provider vernieuwt het certificaat, of stuurt de hele keten mee.",
  },
  "metadata-understood": {
    title: "Wat de provider over zichzelf publiceert, is bruikbaar",
    remedy:
      "Geef de uitgever zelf of het adres van de metagegevens op, en vergelijk wat daar is gepubliceerd met de documentatie.",
  },
  "keys-readable": {
    title: "De sleutels van de provider zijn leesbaar",
    remedy:
      "De beheerder van de provider publiceert de ondertekeningssleutels op het adres dat in de metagegevens staat.",
  },
  "signing-certificates": {
    title: "Het ondertekeningscertificaat is nu geldig",
    remedy:
      "Vraag de partner om het huidige certificaat, of geef het adres van de metagegevens op, zodat het vanzelf wordt gelezen.",
  },
  "client-credentials": {
    title: "De provider kent onze client en het geheim ervan",
    remedy: "Vergelijk de client-ID met die bij de provider, maak daar een nieuw geheim en sla dat hier op.",
  },
  "domains-proven": {
    title: "Elk domein laat de provider ervoor instaan",
    remedy:
      "De eigenaar van het domein publiceert het genoemde TXT-record, of u haalt het domein bij de provider weg.",
  },
  "answer-understood": {
    title: "Het antwoord is leesbaar",
    remedy:
      "Vergelijk wat de provider stuurt met de betreffende pagina in de documentatie; in de details staat wat ontbreekt.",
  },
  "answer-belongs-here": {
    title: "Het antwoord hoort bij dit verzoek",
    remedy:
      "Begin de test bij Guesthouse en niet bij de provider. Deed u dat al, zoek dan een tweede venster dat eerder antwoordde.",
  },
  "person-agreed": {
    title: "De persoon heeft zich aangemeld en ingestemd",
    remedy:
      "Meld u aan met een account dat de toepassing bij de provider mag gebruiken; de details noemen de reden van de provider zelf.",
  },
  "code-redeemed": {
    title: "De provider heeft de code ingewisseld voor tokens",
    remedy: "Vergelijk client-ID, geheim en omleidings-URI met wat bij de provider is geregistreerd.",
  },
  algorithm: {
    title: "Het token is ondertekend met een toegestaan algoritme",
    remedy: "Laat de provider ondertekenen met RS256, PS256, ES256 of EdDSA.",
  },
  decryption: {
    title: "Het antwoord kan worden ontsleuteld",
    remedy:
      "Geef de partner ons huidige versleutelingscertificaat, of laat de provider het antwoord zonder versleuteling sturen.",
  },
  signature: {
    title: "De handtekening is van een sleutel van de provider",
    remedy:
      "Geef het huidige certificaat of het adres van de metagegevens van de partner op; na een wisseling van sleutels gelden de oude niet meer.",
  },
  issuer: {
    title: "De uitgever is de uitgever die is toegevoegd",
    remedy:
      "Vergelijk de twee uitgevers. Een andere uitgever is een andere provider: voeg die afzonderlijk toe.",
  },
  audience: {
    title: "Het antwoord is voor ons bedoeld",
    remedy: "Voer bij de provider de verwachte doelgroep in (onze client-ID of entiteits-ID).",
  },
  destination: {
    title: "Het antwoord is naar het juiste adres gestuurd",
    remedy: "Voer ons antwoordadres bij de provider precies zo in als in de documentatie staat.",
  },
  recipient: {
    title: "De verklaring noemt ons antwoordadres",
    remedy: "Voer ons antwoordadres bij de provider precies zo in als in de documentatie staat.",
  },
  nonce: {
    title: "Het token beantwoordt precies dit verzoek",
    remedy: "De provider moet de nonce van het verzoek ongewijzigd teruggeven.",
  },
  time: {
    title: "De tijden in het antwoord kloppen",
    remedy: "Zet de klokken van beide servers gelijk; ze mogen twee minuten verschillen.",
  },
  "profile-read": {
    title: "Wat de provider over de persoon weet, is leesbaar",
    remedy: "Laat de toepassing bij de provider het profiel en de e-mailadressen lezen.",
  },
  subject: {
    title: "De persoon heeft een blijvend kenmerk",
    remedy:
      "Stuur voor iedere persoon een kenmerk dat steeds hetzelfde is (een NameID die niet tijdelijk is, of de gekozen claim).",
  },
  "taken-once": {
    title: "Het antwoord kwam voor het eerst",
    remedy: "Begin de test opnieuw: een antwoord telt één keer.",
  },
  address: {
    title: "Er kwam een e-mailadres mee",
    remedy: "Laat de provider het adres van de persoon sturen: de claim email of het attribuut emailaddress.",
  },
  "address-verified": {
    title: "De provider verklaart het adres te hebben gecontroleerd",
    remedy:
      "Laat de provider email_verified met de waarde true sturen, of laat het adres daar in het account controleren.",
  },
  "domain-rule": {
    title: "Het adres valt in een domein waarvoor de provider mag instaan",
    remedy:
      "Meld u aan met een account uit het domein van de partner, of ken het domein van het adres aan de provider toe.",
  },
};
