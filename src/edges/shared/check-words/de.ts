import type { WordsOfChecks } from "./words-of-checks.ts";

export const germanChecks: WordsOfChecks = {
  settings: {
    title: "Was über den Anbieter gespeichert ist, ist vollständig",
    remedy: "Ändern Sie den Anbieter und geben Sie die genannte Einstellung an.",
  },
  "endpoint-reached": {
    title: "Der Server des Anbieters antwortet",
    remedy:
      "Prüfen Sie die Adresse und ob eine Firewall Guesthouse zu ihr durchlässt. Eine Adresse in Ihrem eigenen Netz muss mit GUESTHOUSE_OUTBOUND_ALLOW erlaubt werden.",
  },
  "tls-certificate": {
    title: "Das Zertifikat des Servers ist gültig",
    remedy: "Der Betreiber des Anbieters erneuert das Zertifikat oder liefert die ganze Kette mit.",
  },
  "metadata-understood": {
    title: "Was der Anbieter über sich veröffentlicht, ist brauchbar",
    remedy:
      "Geben Sie den Aussteller selbst oder die Adresse seiner Metadaten an und vergleichen Sie das Veröffentlichte mit der Dokumentation.",
  },
  "keys-readable": {
    title: "Die Schlüssel des Anbieters sind lesbar",
    remedy:
      "Der Betreiber des Anbieters veröffentlicht die Signaturschlüssel unter der Adresse, die in den Metadaten steht.",
  },
  "signing-certificates": {
    title: "Das Signaturzertifikat gilt zurzeit",
    remedy:
      "Lassen Sie sich vom Partner das aktuelle Zertifikat geben, oder tragen Sie die Adresse der Metadaten ein, damit es von selbst gelesen wird.",
  },
  "client-credentials": {
    title: "Der Anbieter kennt unseren Client und sein Geheimnis",
    remedy:
      "Vergleichen Sie die Client-ID mit der beim Anbieter registrierten, erzeugen Sie dort ein neues Geheimnis und hinterlegen Sie es hier.",
  },
  "domains-proven": {
    title: "Jede Domain lässt den Anbieter für sich sprechen",
    remedy:
      "Der Inhaber der Domain veröffentlicht den genannten TXT-Eintrag, oder Sie nehmen dem Anbieter die Domain weg.",
  },
  "answer-understood": {
    title: "Die Antwort ist lesbar",
    remedy:
      "Vergleichen Sie, was der Anbieter sendet, mit der Seite seiner Art in der Dokumentation; die Einzelheit sagt, was fehlt.",
  },
  "answer-belongs-here": {
    title: "Die Antwort gehört zu dieser Anfrage",
    remedy:
      "Beginnen Sie den Test bei Guesthouse und nicht beim Anbieter. Haben Sie das getan, war vielleicht ein zweites Fenster schneller.",
  },
  "person-agreed": {
    title: "Die Person hat sich angemeldet und zugestimmt",
    remedy:
      "Melden Sie sich mit einem Konto an, das die Anwendung beim Anbieter nutzen darf; die Einzelheit ist der Grund, den der Anbieter nennt.",
  },
  "code-redeemed": {
    title: "Der Anbieter hat den Code gegen Token getauscht",
    remedy:
      "Vergleichen Sie Client-ID, Geheimnis und Umleitungsadresse mit dem, was beim Anbieter registriert ist.",
  },
  algorithm: {
    title: "Das Token ist mit einem zugelassenen Verfahren signiert",
    remedy: "Lassen Sie den Anbieter mit RS256, PS256, ES256 oder EdDSA signieren.",
  },
  decryption: {
    title: "Die Antwort lässt sich entschlüsseln",
    remedy:
      "Geben Sie dem Partner unser aktuelles Verschlüsselungszertifikat, oder lassen Sie den Anbieter unverschlüsselt antworten.",
  },
  signature: {
    title: "Die Signatur stammt von einem Schlüssel des Anbieters",
    remedy:
      "Hinterlegen Sie das aktuelle Zertifikat oder die Metadaten-Adresse des Partners; nach einem Schlüsselwechsel gelten die alten nicht mehr.",
  },
  issuer: {
    title: "Der Aussteller ist der eingetragene",
    remedy:
      "Vergleichen Sie die beiden Aussteller. Ein anderer Aussteller ist ein anderer Anbieter: Fügen Sie ihn als eigenen hinzu.",
  },
  audience: {
    title: "Die Antwort ist für uns bestimmt",
    remedy:
      "Tragen Sie beim Anbieter die erwartete Zielgruppe (Audience) ein: unsere Client-ID oder Entity-ID.",
  },
  destination: {
    title: "Die Antwort ging an die richtige Adresse",
    remedy: "Tragen Sie unsere Antwortadresse beim Anbieter genau so ein, wie die Dokumentation sie zeigt.",
  },
  recipient: {
    title: "Die Aussage nennt unsere Antwortadresse",
    remedy: "Tragen Sie unsere Antwortadresse beim Anbieter genau so ein, wie die Dokumentation sie zeigt.",
  },
  nonce: {
    title: "Das Token antwortet auf genau diese Anfrage",
    remedy: "Der Anbieter muss die Nonce der Anfrage unverändert zurückgeben.",
  },
  time: {
    title: "Die Zeiten in der Antwort stimmen",
    remedy: "Stellen Sie die Uhren beider Server; zwei Minuten Unterschied sind erlaubt.",
  },
  "profile-read": {
    title: "Was der Anbieter über die Person weiß, ist lesbar",
    remedy: "Erlauben Sie der Anwendung beim Anbieter, Profil und E-Mail-Adressen zu lesen.",
  },
  subject: {
    title: "Die Person wird mit etwas Bleibendem benannt",
    remedy:
      "Lassen Sie für jede Person eine Kennung senden (eine NameID, die nicht transient ist, oder den gewählten Claim), jedes Mal dieselbe.",
  },
  "taken-once": {
    title: "Die Antwort kam zum ersten Mal",
    remedy: "Beginnen Sie den Test neu: Eine Antwort zählt einmal.",
  },
  address: {
    title: "Eine E-Mail-Adresse kam mit",
    remedy:
      "Lassen Sie den Anbieter die Adresse der Person senden: den Claim email oder das Attribut emailaddress.",
  },
  "address-verified": {
    title: "Der Anbieter sagt, dass er die Adresse geprüft hat",
    remedy:
      "Lassen Sie den Anbieter email_verified als true senden, oder bestätigen Sie die Adresse dort im Konto.",
  },
  "domain-rule": {
    title: "Die Adresse liegt in einer Domain, für die der Anbieter sprechen darf",
    remedy:
      "Melden Sie sich mit einem Konto aus der Domain des Partners an, oder geben Sie dem Anbieter die Domain der Adresse.",
  },
};
