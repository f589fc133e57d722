import type { Messages } from "./en.ts";

export const german: Messages = {
  "frame.demo-bar-label": "Vorführung",
  "frame.demo-notice": "Dies ist eine Vorführung mit erfundenen Organisationen.",
  "frame.demo-start": "Startseite",
  "frame.demo-mailbox": "Postfach",
  "frame.demo-tester": "Anmeldetest",
  "frame.language": "Sprache",
  "frame.not-you": "Nicht Sie?",
  "frame.sign-out": "Abmelden",
  "frame.privacy": "Datenschutz",
  "frame.terms": "Bedingungen",
  "frame.help": "Hilfe",

  "form.email": "E-Mail-Adresse",
  "form.password": "Passwort",
  "form.code": "Code",
  "form.next": "Weiter",
  "form.sign-in": "Anmelden",
  "form.send-code": "Code senden",
  "form.verify": "Prüfen",
  "form.accept": "Annehmen",
  "form.cancel": "Abbrechen",
  "form.accept-invitation": "Einladung annehmen",
  "form.not-now": "Nicht jetzt",
  "form.continue": "Weiter",
  "form.use-another-way": "Anderen Weg wählen",
  "form.show": "Zeigen",
  "form.hide": "Verbergen",
  "form.copy": "Kopieren",
  "form.copied": "Kopiert",
  "form.several-errors":
    "{count, plural, one {# Angabe braucht Ihre Aufmerksamkeit.} other {# Angaben brauchen Ihre Aufmerksamkeit.}}",

  "error.form-stale":
    "Diese Seite war lange oder unter einer anderen Anmeldung geöffnet. Es wurde nichts gesendet; tun Sie es noch einmal.",
  "error.ask": "Kommen Sie nicht weiter? Fragen Sie {contact}.",

  "details.summary": "Einzelheiten",
  "details.look-up": "Was diese Nummer bedeutet",
  "details.what-for": "Schicken Sie diese Angaben mit Ihrer Frage, damit sich der Vorgang finden lässt.",
  "details.code": "Fehler",
  "details.description": "Beschreibung",
  "details.time": "Zeit",
  "details.correlation-id": "Korrelations-ID",
  "details.trace-id": "Ablauf-ID",
  "meaning.title": "Was Fehler {code} bedeutet",
  "meaning.title-plain": "Fehler nachschlagen",
  "meaning.lead": "Geben Sie die Nummer hinter AADSTS ein, die eine Anwendung oder Seite gezeigt hat.",
  "meaning.number": "Nummer",
  "meaning.look-up": "Nachschlagen",
  "meaning.unknown": "Guesthouse kennt keinen Fehler mit dieser Nummer. Prüfen Sie die Nummer.",
  "meaning.in-english": "Für die Entwicklung, auf Englisch:",
  "meaning.remedy.sign-in-again":
    "Diese Anmeldung ist vorbei, wurde beendet oder kann nicht von selbst antworten. Gehen Sie zurück zur Anwendung und melden Sie sich neu an.",
  "meaning.remedy.other-account":
    "Dieses Konto hat hier keinen Zugang. Melden Sie sich mit dem eingeladenen Konto an oder bitten Sie die Organisation um eine Einladung.",
  "meaning.remedy.account-off":
    "Das Konto ist abgeschaltet. Fragen Sie die Administration Ihrer Organisation.",
  "meaning.remedy.accept-invitation":
    "Die Einladung ist nicht angenommen oder gilt nicht mehr. Öffnen Sie die neueste Mail mit Ihrer Einladung und nehmen Sie sie an, oder bitten Sie die einladende Person um eine neue.",
  "meaning.remedy.ask-access":
    "Die Anwendung steht nur denen offen, die Zugang bekommen haben. Fragen Sie die, die sie betreiben.",
  "meaning.remedy.agree":
    "Zuerst muss jemand dem zustimmen, was die Anwendung tun will. Starten Sie sie neu; wo nur die Administration zustimmen darf, fragen Sie Ihre.",
  "meaning.remedy.said-no":
    "Unterwegs hat jemand nein gesagt. Beginnen Sie von der Anwendung aus neu, falls das nicht gewollt war.",
  "meaning.remedy.application-off":
    "Die Anwendung ist in dieser Organisation abgeschaltet. Fragen Sie ihre Administration.",
  "meaning.remedy.wait": "Warten Sie eine Viertelstunde und beginnen Sie dann von vorn.",
  "meaning.remedy.check-address":
    "Die Adresse nennt keine Organisation, die es hier gibt. Prüfen Sie den Link oder fragen Sie, wer ihn Ihnen gegeben hat.",
  "meaning.remedy.device":
    "Der Code für Ihr Gerät ist noch nicht eingegeben, abgelaufen oder unbekannt. Lassen Sie das Gerät einen neuen Code zeigen und geben Sie ihn rechtzeitig ein.",
  "meaning.remedy.fix-application":
    "Die Anwendung hat so gefragt, dass keine Antwort möglich ist. Sie selbst können das nicht ändern: Geben Sie die Nummer denen, die die Anwendung betreiben.",
  "meaning.todo":
    "Wer die Anwendung betreibt, findet den Versuch im Anmeldeprotokoll anhand der Zeit und der Korrelations-ID, die mit dem Fehler gezeigt wurden.",

  "sign-in.title": "Anmelden",
  "sign-in.lead": "Geben Sie Ihre Adresse bei der Arbeit ein oder die, an die Sie eingeladen wurden.",
  "sign-in.to-application": "weiter zu {application}",
  "sign-in.no-account": "Noch kein Konto?",
  "sign-in.create-account": "Konto anlegen",

  "sign-up.title": "Konto anlegen",
  "sign-up.lead":
    "Geben Sie Ihre Adresse ein, oder wählen Sie, bei wem Sie ein Konto haben. Dann zeigen Sie, dass es Ihres ist.",
  "sign-up.have-account": "Sie haben schon ein Konto?",
  "sign-up.or": "oder",
  "sign-up.with-provider": "Weiter mit {provider}",
  "sign-up.no-way": "Mit dieser Adresse kann sich hier niemand registrieren. Verwenden Sie eine andere.",
  "sign-up.check-title": "{organisation} prüft zuerst",
  "sign-up.check-lead":
    "Bevor Sie ein Konto für {application} anlegen, prüft ein System von {organisation}, ob Sie eines haben können. Es erfährt Ihre Adresse {address} und was das Konto, mit dem Sie sich angemeldet haben, über Sie sagt.",
  "sign-up.check-asking": "Die Prüfung läuft und kann eine Minute dauern. Machen Sie dann weiter.",
  "sign-up.agree-title": "Konto bei {organisation} anlegen",
  "sign-up.agree-lead":
    "Sie haben bei {organisation} noch kein Konto und brauchen eines für {application}. Wenn Sie es anlegen:",
  "sign-up.ask-title": "Konto bei {organisation} anfragen",
  "sign-up.ask-lead":
    "Sie haben bei {organisation} noch kein Konto und brauchen eines für {application}. Wenn Sie es anfragen:",
  "sign-up.sees": "Ihren Namen und Ihre Adresse, und wie Sie gezeigt haben, dass die Adresse Ihre ist.",
  "sign-up.asks-title": "Man fragt Sie nach",
  "sign-up.answers-title": "Angaben für {organisation}",
  "sign-up.answers-lead": "{organisation} möchte das wissen, bevor Sie {application} benutzen.",
  "sign-up.ready-lead":
    "Noch ein Schritt: Legen Sie das Konto bei {organisation} an, dann geht es weiter zu {application}.",
  "sign-up.create": "Konto anlegen",
  "sign-up.choose": "Wählen",
  "sign-up.optional": "{label} (freiwillig)",
  "sign-up.change-address": "Andere Adresse verwenden",
  "sign-up.too-many":
    "Gerade haben sich viele Personen registriert, und je Stunde gibt es eine Grenze. Ihre Eingaben gehen nicht verloren: Versuchen Sie es in einer Stunde noch einmal.",
  "sign-up.too-many-tries":
    "Zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}}, und versuchen Sie es dann noch einmal.",
  "sign-up.address-taken": "Mit Ihrer Adresse gibt es schon ein Konto. Melden Sie sich so an wie früher.",
  "sign-up.own-title": "Ihre Adresse eingeben",
  "sign-up.own-lead":
    "{organisation} braucht eine Adresse von Ihnen. Geben Sie eine ein; ein Code, den wir dorthin schicken, zeigt, dass es Ihre ist.",
  "sign-up.own-taken":
    "Mit dieser Adresse gibt es schon ein Konto oder eine Einladung. Melden Sie sich damit an, öffnen Sie die Einladung, oder geben Sie eine andere Adresse ein. Bei der Organisation kann Ihnen jemand helfen.",
  "sign-up.api-failed":
    "{organisation} kann das gerade nicht prüfen. Versuchen Sie es in ein paar Minuten noch einmal.",
  "sign-up.blocked-title": "{organisation} lässt Sie kein Konto anlegen",
  "sign-up.blocked-lead": "{organisation} teilt Ihnen mit:",
  "sign-up.blocked-back": "Zurück",
  "sign-up.ask": "Anfrage senden",
  "sign-up.approval-title": "Ein Mensch entscheidet",
  "sign-up.approval":
    "Zuerst sieht sich jemand bei {organisation} Ihre Anfrage an. Sie erhalten die Entscheidung per E-Mail.",
  "sign-up.ready-to-ask":
    "Noch ein Schritt: Senden Sie Ihre Anfrage an {organisation}. Sobald sie genehmigt ist, können Sie {application} nutzen.",
  "sign-up.waiting-title": "Ein Mensch bei {organisation} entscheidet",
  "sign-up.waiting-lead":
    "Sie haben am {when} ein Konto angefragt, um {application} zu nutzen. Sobald jemand entschieden hat, erhalten Sie eine E-Mail an {address}.",
  "sign-up.waiting-end":
    "Sie können diese Seite schließen. Entscheidet niemand, endet die Anfrage am {when}.",
  "sign-up.back-to": "Zurück zu {application}",
  "sign-up.withdraw": "Anfrage zurückziehen",
  "sign-up.denied-title": "{organisation} hat Ihre Anfrage abgelehnt",
  "sign-up.denied-lead":
    "Ihre Anfrage, {application} zu nutzen, wurde am {when} abgelehnt. Es wurde kein Konto angelegt.",
  "sign-up.denied-again": "Ab {when} können Sie erneut anfragen.",
  "attribute.city": "Ort",
  "attribute.country": "Land oder Region",
  "attribute.display-name": "Anzeigename",
  "attribute.given-name": "Vorname",
  "attribute.job-title": "Position",
  "attribute.postal-code": "Postleitzahl",
  "attribute.state": "Bundesland oder Kanton",
  "attribute.street-address": "Straße und Hausnummer",
  "attribute.surname": "Nachname",
  "sign-up.error.missing": "Geben Sie das ein, oder wählen Sie etwas aus.",
  "sign-up.error.too-long": "Das ist zu lang. Kürzen Sie es.",
  "sign-up.error.not-one-line":
    "Geben Sie eine einzige Zeile ein, ohne Zeichen, die die Schreibrichtung ändern.",
  "sign-up.error.not-a-number": "Geben Sie eine ganze Zahl ein, etwa 42.",
  "sign-up.error.not-a-date": "Geben Sie ein Datum ein, das es gibt, etwa 2026-12-31.",
  "sign-up.error.not-a-choice": "Wählen Sie eine der angebotenen Antworten.",
  "sign-up.error.not-an-address": "Geben Sie eine ganze Adresse ein, etwa name@firma.example.",

  "pick-account.title": "Konto wählen",
  "pick-account.signed-in": "Angemeldet",
  "pick-account.signed-out": "Abgemeldet",
  "pick-account.sign-out-of": "{address} abmelden",
  "pick-account.another": "Anderes Konto verwenden",

  "choose-password.title": "Neues Passwort wählen",
  "choose-password.lead":
    "Das eingegebene Passwort galt nur für diese eine Anmeldung. Wählen Sie eines, das nur Sie kennen.",
  "choose-password.new": "Neues Passwort",
  "choose-password.repeat": "Das neue Passwort noch einmal",
  "choose-password.save": "Speichern und weiter",
  "choose-password.differ": "Die beiden Passwörter sind verschieden. Geben Sie zweimal dasselbe ein.",
  "choose-password.too-long": "Das Passwort ist zu lang. Nehmen Sie höchstens 256 Zeichen.",
  "choose-password.contains-name": "Das Passwort enthält Ihren Benutzernamen. Wählen Sie ein anderes.",
  "choose-password.unchanged": "Dieses Passwort haben Sie schon. Wählen Sie ein anderes.",
  "password.title": "Passwort eingeben",
  "password.to-organisation": "weiter zu {organisation}",
  "password.to-application-of": "weiter zu {application} von {organisation}",
  "password.forgot": "Vergessen?",

  "send-code.title": "Zeigen Sie, dass diese Adresse Ihre ist",
  "send-code.explanation":
    "Wir schicken einen Code an {address}. Geben Sie ihn auf der folgenden Seite ein; ein Passwort brauchen Sie nicht.",

  "code.title": "Code eingeben",
  "code.explanation": "Wir haben einen Code an {address} geschickt. Er gilt bis {time}.",
  "code.hint": "8 Ziffern",
  "code.send-again": "Noch einmal senden",
  "code.send-again-in": "Noch einmal senden in {seconds} s",
  "code.sent-again": "Ein neuer Code ist unterwegs. Nur der neueste gilt.",
  "code.nothing-came":
    "Nichts angekommen? Sehen Sie im Ordner für unerwünschte E-Mails nach, und prüfen Sie die Adresse oben.",

  "authenticator.set-up-title": "Authenticator-App einrichten",
  "authenticator.why":
    "{organisation} möchte einen zweiten Nachweis, dass Sie es sind: einen Code aus einer App auf Ihrem Telefon.",
  "authenticator.why-own":
    "Ein Code aus einer App auf Ihrem Telefon hält alle fern, die an Ihr Passwort oder Ihr Postfach gelangen.",
  "authenticator.need-app":
    "Sie brauchen eine Authenticator-App. Jede ist recht, und eine, die Sie schon haben, kann auch diesen Code zeigen.",
  "authenticator.scan":
    "Scannen Sie dieses Bild mit Ihrer Authenticator-App. Sie fügt einen Eintrag für {organisation} hinzu. Geben Sie dann den Code ein, den sie zeigt.",
  "authenticator.picture": "Bild zum Scannen mit Ihrer Authenticator-App",
  "authenticator.cannot-scan": "Sie können es nicht scannen?",
  "authenticator.type-key":
    "Lassen Sie die App ein Konto mit einem Schlüssel hinzufügen, und geben Sie dort diesen ein:",
  "authenticator.account": "Konto",
  "authenticator.organisation": "Organisation",
  "authenticator.key": "Schlüssel",
  "authenticator.this-device": "App auf diesem Gerät öffnen",
  "authenticator.code": "Code aus Ihrer App",
  "authenticator.code-hint": "6 Ziffern, alle 30 Sekunden neu",
  "authenticator.enter-title": "Code aus Ihrer App eingeben",
  "authenticator.enter":
    "Öffnen Sie Ihre Authenticator-App, und geben Sie den Code ein, den sie für {organisation} zeigt.",
  "authenticator.lost": "Ich habe meine App verloren",
  "authenticator.lost-ask":
    "Schreiben Sie an {contact}, und bitten Sie darum, sie zurückzusetzen. Danach richten Sie bei der Anmeldung eine andere ein.",
  "authenticator.lost-ask-somebody":
    "Bitten Sie die Menschen, die Sie bei {organisation} kennen, sie zurücksetzen zu lassen. Danach richten Sie bei der Anmeldung eine andere ein.",
  "authenticator.wrong":
    "Diesen Code zeigt die App gerade nicht, oder er wurde schon verwendet. Warten Sie auf den nächsten Code, und prüfen Sie, ob die Uhr Ihres Telefons richtig geht.",
  "ways.title": "So melden Sie sich an",
  "ways.app": "Authenticator-App",
  "ways.none": "Sie haben keine Authenticator-App für {organisation}.",
  "ways.since": "Eingerichtet am {when}",
  "ways.set-up": "Authenticator-App einrichten",
  "ways.change":
    "Um sie zu ersetzen oder zu entfernen, geben Sie den Code ein, den sie für {organisation} zeigt.",
  "ways.replace": "Ersetzen",
  "ways.remove": "Entfernen",
  "ways.added":
    "Ihre Authenticator-App ist eingerichtet. {organisation} kann bei der Anmeldung nach einem Code daraus fragen.",
  "ways.removed":
    "Ihre Authenticator-App ist entfernt. Wenn {organisation} eine verlangt, richten Sie bei der Anmeldung eine andere ein.",

  "through-provider.title": "Mit {provider} anmelden",
  "through-provider.explanation": "Als Nächstes meldet {provider} Sie an. Danach kommen Sie hierher zurück.",
  "provider-failed.title": "{provider} konnte Sie nicht anmelden",
  "provider-failed.unreachable": "{provider} hat nicht geantwortet.",
  "provider-failed.answer-wrong": "Die Antwort von {provider} war nicht brauchbar.",
  "provider-failed.denied": "{provider} hat Sie nicht angemeldet, oder Sie haben dort abgebrochen.",
  "provider-failed.account-disabled": "Ihr Konto bei {provider} ist deaktiviert.",
  "provider-failed.address-unproven":
    "{provider} hat Sie angemeldet, aber keine Adresse bestätigt, für die er bürgen darf.",
  "provider-failed.todo":
    "Versuchen Sie es gleich noch einmal. Der Grund wurde für die Administratoren der einladenden Organisation festgehalten.",
  "provider-failed.todo-denied":
    "Versuchen Sie es noch einmal, und melden Sie sich bei {provider} mit dem Konto Ihrer Organisation an.",
  "provider-failed.todo-disabled": "Das kann nur {provider} ändern: Wenden Sie sich dort an den Support.",
  "provider-failed.switched-off": "Die Anmeldung mit {provider} ist hier ausgeschaltet.",
  "provider-failed.todo-switched-off":
    "Wenden Sie sich an die Organisation, bei der Sie Gast sind: Sie kann {provider} wieder einschalten oder Sie neu einladen.",
  "provider-failed.use-code": "Stattdessen einen Code per Mail verwenden",

  "invited.title": "Sie sind eingeladen",
  "invited.person-to-application": "{inviter} von {organisation} lädt Sie zu {application} ein.",
  "invited.person-to-organisation": "{inviter} lädt Sie zur Zusammenarbeit mit {organisation} ein.",
  "invited.organisation-to-application": "{organisation} lädt Sie zu {application} ein.",
  "invited.organisation": "{organisation} lädt Sie zur Zusammenarbeit ein.",
  "invited.message": "Die Nachricht dazu",
  "invited.message-from": "Nachricht von {inviter}",
  "invited.invited-address": "Eingeladene Adresse",
  "invited.invited-by": "Eingeladen von",
  "invited.valid-until": "Gültig bis",
  "invited.next-step":
    "Zuerst zeigen Sie, dass die Adresse Ihre ist; dann sehen Sie, was die Organisation über Sie erfährt. Bevor Sie dort annehmen, wird nichts weitergegeben.",

  "wrong-account.title": "Welches Konto ist Ihres?",
  "wrong-account.explanation":
    "Die Einladung gilt für eine andere Adresse als die, mit der Sie angemeldet sind.",
  "wrong-account.invited": "Eingeladen",
  "wrong-account.signed-in": "Angemeldet",
  "wrong-account.continue-as": "Weiter als {address}",
  "wrong-account.ask-for": "Um eine Einladung an {address} bitten",
  "wrong-account.mail-subject": "Einladung zu {organisation} für {address}",
  "wrong-account.stays": "Es wurde nichts angenommen. Mit dem anderen Konto bleiben Sie angemeldet.",
  "wrong-account.ask-organisation":
    "Es wurde nichts angenommen. Wenn Sie {address} verwenden möchten, bitten Sie {organisation} um eine Einladung dorthin.",

  "review.title": "Berechtigungen prüfen",
  "review.lead": "{organisation} ({domain}) möchte Sie als Gast aufnehmen. Wenn Sie annehmen:",
  "review.sees-title": "Man sieht dort, wer Sie sind",
  "review.sees":
    "Name und Adresse, mit denen Sie eingeladen wurden, und wie Sie gezeigt haben, dass die Adresse Ihre ist.",
  "review.records-title": "Man zeichnet Ihre Anmeldungen auf",
  "review.records": "Wann Sie sich anmelden, von welcher Netzadresse und bei welcher Anwendung.",
  "review.manages-title": "Man führt dort ein Konto für Sie",
  "review.manages":
    "Dieses Konto kann geändert, eingeschränkt oder gelöscht werden. Ihr eigenes Konto zu Hause bleibt unberührt.",
  "review.trust": "Nehmen Sie nur an, wenn Sie {organisation} vertrauen.",
  "review.privacy-of": "Datenschutz bei {organisation}",
  "review.terms-of": "Bedingungen von {organisation}",
  "review.no-links": "{organisation} hat keinen Link zu einer Datenschutzerklärung angegeben.",
  "review.leave-any-time": "Sie können {organisation} jederzeit bitten, Sie wieder zu entfernen.",

  "consent.title": "Angefragte Berechtigungen",
  "consent.lead": "{application} möchte in Ihrem Namen:",
  "consent.published-by": "Herausgegeben von {publisher} ({domain})",
  "consent.publisher-unknown": "Wer diese Anwendung herausgibt, ist nicht bekannt.",
  "consent.openid": "Sie anmelden",
  "consent.profile": "Ihren Namen und Benutzernamen sehen",
  "consent.email": "Ihre E-Mail-Adresse sehen",
  "consent.offline-access": "Den gewährten Zugriff behalten, während Sie die Anwendung nicht benutzen",
  "consent.user-read": "Sie anmelden und Ihr Profil lesen",
  "consent.user-read-basic-all": "Namen und Adressen aller Personen der Organisation sehen",
  "consent.user-read-all": "Die vollständigen Profile aller Personen der Organisation lesen",
  "consent.user-invite-all": "Gäste in die Organisation einladen",
  "consent.only-if-trusted":
    "Nehmen Sie nur an, wenn Sie diese Anwendung kennen und ihrem Hersteller vertrauen.",
  "consent.at-resource": "In der Anwendung {resource}.",
  "consent.by-part": "Das tut {application}, ein Teil dieser Anwendung.",
  "consent.for-everybody": "Für alle bei {organisation} annehmen",
  "consent.for-everybody-hint": "Dort wird niemand mehr nach diesen Berechtigungen gefragt.",
  "consent.take-back":
    "Sie können es jederzeit zurücknehmen, unter „Von Ihnen erlaubte Anwendungen“ in Meine Anwendungen.",

  "admin-consent.title": "Berechtigungen für alle",
  "admin-consent.lead": "{application} bittet {organisation}, dies für alle zu erlauben:",
  "admin-consent.as-person": "Im Namen jeder Person, die die Anwendung benutzt",
  "admin-consent.by-itself": "Von sich aus, auch wenn niemand angemeldet ist",
  "admin-consent.sign-in": "Personen anmelden",

  "allowed.title": "Von Ihnen erlaubte Anwendungen",
  "allowed.lead":
    "Sie haben angenommen, dass diese Anwendungen bei {organisation} in Ihrem Namen handeln. Was die Verwaltung für alle angenommen hat, steht hier nicht.",
  "allowed.none": "Sie haben bei {organisation} keiner Anwendung erlaubt, in Ihrem Namen zu handeln.",
  "allowed.since": "Angenommen am {when}",
  "allowed.take-back": "Zurücknehmen",
  "allowed.take-back-of": "Zurücknehmen, was {application} darf",
  "allowed.done":
    "{application} kann nicht mehr in Ihrem Namen handeln. Was die Anwendung vorher erfahren hat, behält sie.",
  "allowed.back": "Zurück zu Meine Anwendungen",
  "sign-up-apis.title": "Ihre Schnittstellen bei der Registrierung",
  "sign-up-apis.lead":
    "Diese Schnittstellen von {organisation} entscheiden über Personen, die sich registrieren.",
  "sign-up-apis.none": "Noch entscheidet keine Schnittstelle von {organisation} über Registrierungen.",
  "sign-up-apis.address": "Adresse",
  "sign-up-apis.state": "Zustand",
  "sign-up-apis.asked": "wird gefragt",
  "sign-up-apis.suspended": "wird bis {when} nicht gefragt, weil mehrere Aufrufe nacheinander fehlschlugen",
  "sign-up-apis.sample-lead": "Fragen Sie sie nach einer erfundenen Person, wie zu einem dieser Zeitpunkte:",
  "sign-up-apis.after-proof": "Nach dem Nachweis",
  "sign-up-apis.before-creation": "Bevor das Konto entsteht",
  "sign-up-apis.calls": "Letzte Aufrufe",
  "sign-up-apis.no-calls": "Sie wurde noch nicht gefragt.",
  "sign-up-apis.continue": "Sie ließ die Person weiter",
  "sign-up-apis.block": "Sie wies die Person ab",
  "sign-up-apis.validation-error": "Sie verlangte andere Antworten",
  "sign-up-apis.failed": "Der Aufruf schlug fehl",
  "sign-up-apis.took": "{milliseconds, number} ms, {count, plural, one {# Versuch} other {# Versuche}}",
  "sign-up-apis.details": "Anfrage und Antwort",
  "sign-up-apis.request": "Anfrage",
  "sign-up-apis.answer": "Antwort",
  "sign-up-apis.nothing": "Nichts",
  "sign-up-apis.sample": "Probe",

  "providers.title": "Identitätsanbieter",
  "providers.lead": "Mit diesen Anbietern weisen sich die Gäste von {organisation} aus.",
  "providers.none":
    "{organisation} vertraut noch keinem Identitätsanbieter. Fügen Sie einen auf der Kommandozeile oder über Graph hinzu.",
  "providers.issuer": "Aussteller",
  "providers.vouches": "Darf sprechen für",
  "providers.no-domain": "keine Domain",
  "providers.last-try": "Anmeldung ausprobiert",
  "providers.never-tried": "noch nicht",
  "providers.tried-good": "hat geklappt, {when}",
  "providers.tried-bad": "gescheitert, {when}; nicht erfüllt: {check}",
  "providers.test": "Verbindung testen",
  "providers.test-of": "Verbindung zu {provider} testen",
  "providers.guests": "Gäste, die sich damit anmelden",
  "providers.off": "Ausgeschaltet",
  "providers.reset-of": "Gäste von {provider} zurücksetzen",
  "reset.title": "{count, plural, one {# Gast} other {# Gäste}} von {provider} zurücksetzen?",
  "reset.lead":
    "Sie werden per Mail neu eingeladen und nehmen auf dem nächsten passenden Weg an. Ihre Gruppen und Rechte bleiben. Bis dahin können sie sich nicht anmelden.",
  "reset.confirm": "{count, plural, one {# Gast zurücksetzen} other {# Gäste zurücksetzen}}",
  "reset.changed": "Die Zahl hat sich geändert, seit Sie nachgesehen haben.",
  "reset.done": "{count, plural, one {# Gast wurde neu eingeladen.} other {# Gäste wurden neu eingeladen.}}",
  "reset.left":
    "{count, plural, one {# Gast wurde nicht zurückgesetzt.} other {# Gäste wurden nicht zurückgesetzt.}}",
  "providers.back": "Zurück zu den Identitätsanbietern",
  "report.title": "Verbindung zu {provider}",
  "report.good": "Alle Prüfungen, die keine Person brauchen, sind bestanden.",
  "report.bad":
    "{count, plural, one {Eine Prüfung ist gescheitert. Dort steht, was zu tun ist.} other {# Prüfungen sind gescheitert. Dort steht jeweils, was zu tun ist.}}",
  "report.passed": "Bestanden",
  "report.failed": "Gescheitert",
  "report.not-run": "Nicht geprüft",
  "report.mend": "Was zu tun ist",
  "report.try-lead":
    "Der Rest zeigt sich, wenn sich jemand anmeldet. Nutzen Sie diesen Link oder senden Sie ihn einer Person bei {provider}. Hier wird dadurch niemand angemeldet und kein Konto angelegt. Er gilt einmal, bis {when}.",
  "report.try-open": "Anmeldung ausprobieren",
  "report.link": "Link zum Ausprobieren",
  "trial.title": "Anmeldung mit {provider} ausprobieren",
  "trial.lead": "{organisation} möchte wissen, ob die Anmeldung mit {provider} funktioniert.",
  "trial.explained":
    "Sie melden sich bei {provider} an und kommen zu einer Seite zurück, die zeigt, was von dort kam. Sie werden hier nicht angemeldet, und es wird kein Konto angelegt.",
  "trial.seen":
    "Die Verwaltung von {organisation} sieht dasselbe: die Kennung und die Adresse, die {provider} von Ihnen nennt.",
  "trial.begin": "Beginnen",
  "trial.go-lead": "Melden Sie sich jetzt bei {provider} an.",
  "trial.result-good": "Die Anmeldung mit {provider} funktioniert.",
  "trial.result-bad": "Die Anmeldung mit {provider} funktioniert noch nicht.",

  "approvals.title": "Anfragen zur Registrierung",
  "approvals.lead":
    "Diese Personen möchten Gäste von {organisation} werden. Vor einer Genehmigung wird nichts angelegt.",
  "approvals.further":
    "{count, plural, one {# weitere Anfrage folgt} other {# weitere Anfragen folgen}}, wenn über diese entschieden ist.",
  "approvals.none": "Niemand wartet auf Ihre Entscheidung.",
  "approval.title": "Anfrage von {person}",
  "approval.lead": "{person} möchte Gast von {organisation} werden und {application} nutzen.",
  "approval.address": "E-Mail",
  "approval.proven-by": "Adresse nachgewiesen durch",
  "approval.mailed-code": "einen dorthin gesendeten Code",
  "approval.asked-on": "Angefragt am",
  "approval.open-until": "Offen bis",
  "approval.answers": "Antworten",
  "approval.reason": "Begründung",
  "approval.reason-hint": "{person} liest sie. Zum Ablehnen ist sie erforderlich.",
  "approval.approve": "Genehmigen",
  "approval.deny": "Ablehnen",
  "approval.approved-by": "{who} hat diese Anfrage am {when} genehmigt.",
  "approval.denied-by": "{who} hat diese Anfrage am {when} abgelehnt.",
  "approval.back": "Zurück zu den Anfragen",
  "approval.error.reason-missing": "Begründen Sie, warum Sie die Anfrage ablehnen.",
  "approval.error.not-offered":
    "Zurzeit kann sich niemand für diese Anwendung registrieren, daher lässt sich die Anfrage nicht genehmigen. Fragen Sie die Administration, oder lehnen Sie die Anfrage ab.",
  "approval.error.way-not-taken":
    "Die Art, auf die diese Person ihre Adresse nachgewiesen hat, wird nicht mehr akzeptiert, daher lässt sich die Anfrage nicht genehmigen. Lehnen Sie sie ab, oder laden Sie die Person ein.",
  "approval.error.domain-not-taken":
    "Adressen dieser Domäne werden nicht mehr akzeptiert, daher lässt sich die Anfrage nicht genehmigen. Lehnen Sie sie ab, oder fragen Sie die Administration.",
  "approval.error.address-taken":
    "Es gibt bereits einen Gast mit dieser Adresse, daher lässt sich die Anfrage nicht genehmigen. Lehnen Sie sie ab, und bitten Sie die Person, sich wie zuvor anzumelden.",
  "my-apps.title": "Meine Anwendungen",
  "my-apps.just-accepted": "Willkommen. Sie sind jetzt Gast von {organisation}.",
  "my-apps.applications": "Anwendungen",
  "my-apps.no-applications":
    "Noch steht Ihnen keine Anwendung von {organisation} offen. Sobald es eine gibt, erscheint sie hier.",
  "my-apps.organisations": "Organisationen",
  "my-apps.as-guest": "Gast",
  "my-apps.as-member": "Mitglied",
  "my-apps.shown-now": "wird gezeigt",
  "my-apps.approvals":
    "{count, plural, one {# Anfrage zur Registrierung} other {# Anfragen zur Registrierung}}",
  "my-apps.invite": "Gast einladen",

  "sign-out.title": "Abmelden",
  "sign-out.which": "Welches Konto möchten Sie abmelden?",
  "sign-out.sure": "Möchten Sie dieses Konto abmelden?",
  "sign-out.all": "Alle Konten",
  "sign-out.stay": "Angemeldet bleiben",
  "device-code.title": "Geben Sie den Code Ihres Geräts ein",
  "device-code.lead": "Ein Gerät oder Programm hat Sie hierher geschickt und Ihnen einen Code gezeigt.",
  "device-code.hint": "Acht Buchstaben, groß oder klein.",
  "device-code.unknown":
    "Diesen Code gibt es nicht, oder seine Zeit ist abgelaufen. Prüfen Sie ihn, oder lassen Sie sich vom Gerät einen neuen zeigen.",
  "device-code.warning":
    "Geben Sie nur einen Code von einem Gerät ein, das vor Ihnen steht, nie einen, den Ihnen jemand geschickt oder gesagt hat.",
  "device-code.message":
    "Öffnen Sie {url} in einem Browser, auf diesem oder einem anderen Gerät, und geben Sie den Code {code} ein.",
  "arrival.title": "Als {address} fortfahren?",
  "arrival.lead": "{provider} hat Sie zu {organisation} geschickt und gibt an, dass Sie {address} sind.",
  "arrival.only-if-yours":
    "Fahren Sie nur fort, wenn Sie selbst von {provider} gekommen sind und diese Adresse Ihre ist.",
  "visit.title": "Bei {organisation} anmelden?",
  "visit.lead":
    "{organisation} unter {host} gibt an, dass Sie dort Gast sind, und möchte wissen, wer Sie sind.",
  "visit.learns": "Die Organisation erfährt Ihren Namen und Ihre Adressen bei {home}.",
  "visit.password-stays": "Ihr Passwort bleibt bei {home}.",
  "visit.check-host":
    "Den Namen gibt sich die Organisation selbst. Fahren Sie nur fort, wenn Sie {host} kennen.",
  "visit.going-on-title": "Weiter zu {organisation}",
  "visit.going-on": "Es geht bei {host} weiter.",
  "confirm-device.title": "Ist das Ihr Gerät?",
  "confirm-device.lead": "{application} möchte auf einem anderen Gerät als Sie angemeldet werden.",
  "confirm-device.organisation": "Organisation",
  "confirm-device.asked-at": "Angefragt um",
  "confirm-device.asked-from": "Angefragt von",
  "confirm-device.approve": "Gerät anmelden",
  "confirm-device.warning":
    "Fahren Sie nur fort, wenn Sie das selbst begonnen haben, auf einem Gerät, dem Sie vertrauen. Hat Ihnen jemand den Code geschickt, brechen Sie ab: Er wäre sonst als Sie angemeldet.",
  "device-done.title": "Das Gerät ist angemeldet",
  "device-done.lead": "Kehren Sie auf Ihrem Gerät zu {application} zurück. Dort geht es von selbst weiter.",
  "device-done.close": "Sie können dieses Fenster schließen.",
  "device-declined.title": "Das Gerät wurde nicht angemeldet",
  "device-declined.lead": "{application} hat keinen Zugriff bekommen.",
  "device-declined.todo":
    "Wenn Sie das nicht selbst begonnen haben, sagen Sie es denen, die Ihre Computer betreuen. Sie können dieses Fenster schließen.",
  "device-late.title": "Der Code ist abgelaufen",
  "device-late.lead":
    "Die Anmeldung von {application} hat zu lange gedauert oder wurde in einem anderen Fenster entschieden.",
  "device-late.todo": "Beginnen Sie auf dem Gerät noch einmal, um einen neuen Code zu bekommen.",

  "signed-out.title": "Sie sind abgemeldet",
  "signed-out.all": "Sie sind hier abgemeldet.",
  "signed-out.account": "{address} ist hier abgemeldet.",
  "signed-out.close-windows":
    "Schließen Sie an einem Rechner, den auch andere benutzen, alle Fenster des Browsers.",
  "signed-out.again": "Wieder anmelden",

  "form-post.title": "Einen Augenblick",
  "form-post.lead":
    "Sie sind angemeldet. Gehen Sie weiter, falls sich die Anwendung nicht von selbst öffnet.",
  "form-post.to-application":
    "Sie sind angemeldet. Gehen Sie weiter zu {application}, falls sich die Anwendung nicht von selbst öffnet.",

  "set-up.title": "Guesthouse einrichten",
  "set-up.lead":
    "Benennen Sie die erste Organisation und die Person, die sie verwaltet. Diese Seite gilt ein einziges Mal.",
  "set-up.organisation": "Organisation",
  "set-up.organisation-name": "Name der Organisation",
  "set-up.initial-domain": "Kurzname",
  "set-up.initial-domain-hint":
    "Buchstaben, Ziffern und Bindestriche, zum Beispiel contoso. Daraus wird die erste Domäne, contoso.guesthouse.internal.",
  "set-up.administrator": "Verwaltung",
  "set-up.your-name": "Ihr Name",
  "set-up.email-hint": "Damit melden Sie sich an.",
  "set-up.password-hint": "Mindestens 10 Zeichen; mehrere Wörter sind eine gute Wahl.",
  "set-up.create": "Organisation anlegen",
  "set-up.error.organisation-name": "Geben Sie den Namen der Organisation ein.",
  "set-up.error.initial-domain":
    "Der Kurzname besteht nur aus Buchstaben, Ziffern und Bindestrichen, 1 bis 27 davon.",
  "set-up.error.display-name": "Geben Sie Ihren Namen ein.",
  "set-up.error.password-short": "Das Passwort ist zu kurz. Nehmen Sie mindestens 10 Zeichen.",

  "demo.title": "Guesthouse zum Ausprobieren",
  "demo.lead":
    "Laden Sie einen Gast ein, öffnen Sie dessen E-Mail, nehmen Sie an, und sehen Sie sich die Anmeldung an.",
  "demo.invite": "Gast einladen",
  "demo.invite-note": "als Mitglied von Contoso",
  "demo.mailbox": "E-Mail öffnen",
  "demo.mailbox-note": "alles, was von hier verschickt wurde",
  "demo.tester": "Anmeldung testen",
  "demo.tester-note": "Anfragen, Antworten, Token",
  "demo.my-apps": "Meine Anwendungen",
  "demo.my-apps-note": "was ein Gast öffnen kann",
  "demo.accounts": "Konten zum Ausprobieren",
  "demo.person": "Person",
  "demo.roles": "Rollen",
  "demo.password-of": "Passwort von {person}",
  "demo.graph": "Graph ist erreichbar unter",

  "invite.title": "Gäste einladen",
  "invite.addresses": "Wen laden Sie ein?",
  "invite.addresses-hint": "Eine E-Mail-Adresse je Zeile, oder mehrere mit Kommas dazwischen.",
  "invite.display-name": "Name",
  "invite.display-name-hint":
    "Nur wenn Sie eine einzelne Person einladen. Sonst ergeben sich die Namen aus den Adressen.",
  "invite.application": "Wohin der Link führt",
  "invite.my-apps": "Meine Anwendungen",
  "invite.message": "Ihre Nachricht",
  "invite.message-hint": "Reiner Text; er steht in der E-Mail als Ihrer.",
  "invite.message-language": "Sprache der E-Mail",
  "invite.lifetime-days": "Gültigkeit des Links in Tagen",
  "invite.preview": "Zeigen, was geschehen wird",
  "invite.error.addresses-missing": "Geben Sie mindestens eine E-Mail-Adresse ein.",
  "invite.error.addresses-many": "Laden Sie höchstens {limit} Personen auf einmal ein.",
  "invite.error.name-for-one": "Ein Name passt nur, wenn Sie eine einzelne Person einladen.",
  "invite.error.message-long": "Die Nachricht ist länger als {limit} Zeichen. Kürzen Sie sie.",
  "invite.error.lifetime": "Wählen Sie eine Zahl von Tagen zwischen 1 und {limit}.",
  "invite.error.application": "Diese Anwendung gibt es nicht mehr. Wählen Sie eine andere.",
  "invite.done.sent":
    "{count, plural, one {# Einladung ist unterwegs.} other {# Einladungen sind unterwegs.}}",
  "invite.done.links":
    "{count, plural, one {# Link kann unten kopiert werden.} other {# Links können unten kopiert werden.}}",
  "invite.error.gone":
    "Diese Einladung lässt sich nicht mehr ändern: Sie wurde angenommen, der Gast ist gelöscht, oder jemand anderes hat sie erstellt.",
  "invite.done.resent":
    "Eine E-Mail mit neuem Link an {address} ist unterwegs. Frühere Links gelten weiter, bis sie ablaufen.",
  "invite.done.new-link":
    "Der neue Link für {address} steht unten; kopieren Sie ihn jetzt, er wird nicht noch einmal gezeigt. Frühere Links gelten weiter, bis sie ablaufen.",
  "invite.done.revoked": "Die Einladung von {address} ist zurückgezogen. Kein Link dazu gilt mehr.",

  "preview.title": "Was geschehen wird",
  "preview.new-guest": "wird ein neuer Gast und bekommt eine Einladung",
  "preview.fresh-link": "ist schon eingeladen und bekommt einen frischen Link",
  "preview.already-accepted": "ist schon Gast und kann sich anmelden; es wird nichts gesendet",
  "preview.member": "ist hier Mitglied und braucht keine Einladung; es wird nichts gesendet",
  "preview.bad-address": "ist keine vollständige E-Mail-Adresse; es wird nichts gesendet",
  "preview.domain-refused":
    "darf nicht eingeladen werden: Ihre Organisation lässt diese Domäne nicht zu; es wird nichts gesendet",
  "preview.twice": "steht zweimal in der Liste; wird einmal eingeladen",
  "preview.lands-on": "Der Link führt zu {application}.",
  "preview.send": "{count, plural, one {# Einladung senden} other {# Einladungen senden}}",
  "preview.links-only": "Nur Links kopieren",
  "preview.nothing-to-send": "Keine dieser Adressen kann eingeladen werden.",
  "preview.change": "Ändern",

  "list.title": "Bisherige Einladungen",
  "list.empty":
    "Noch wurde niemand eingeladen. Wen Sie einladen, steht dann hier, und was aus der E-Mail wurde.",
  "list.guest": "Gast",
  "list.mail": "E-Mail",
  "list.state": "Einladung",
  "list.dates": "Daten",
  "list.actions": "Aktionen",
  "list.to-application": "zu {application}",
  "list.link-of": "Link für {address}",
  "list.mail-queued": "Wartet auf Versand",
  "list.mail-sent": "Gesendet",
  "list.see-mailbox": "Im Postfach ansehen",
  "list.mail-failed": "Nicht zugestellt",
  "list.mail-not-wanted": "Ohne E-Mail",
  "list.pending": "Offen",
  "list.accepted": "Angenommen",
  "list.expired": "Abgelaufen",
  "list.revoked": "Zurückgezogen",
  "list.created": "Eingeladen am {when}",
  "list.expires": "Gültig bis {when}",
  "list.resend": "Noch einmal senden",
  "list.new-link": "Neuer Link",
  "list.revoke": "Zurückziehen",
  "list.paging": "Seiten",
  "list.newer": "Neuere",
  "list.older": "Ältere",

  "problem.this-application": "diese Anwendung",
  "problem.your-account": "Ihr Konto",
  "problem.ask-inviter-at": "Bitten Sie {inviter} ({address}) um eine neue Einladung.",
  "problem.ask-inviter-named": "Bitten Sie {inviter} um eine neue Einladung.",
  "problem.ask-organisation": "Bitten Sie {organisation} um eine neue Einladung.",
  "problem.application-owner":
    "Wenden Sie sich an die Betreiber der Anwendung. Die Einzelheiten unten helfen, den Fehler zu beheben.",
  "problem.next.requests": "Anfragen öffnen",
  "problem.next.my-apps": "Meine Anwendungen öffnen",
  "problem.next.other-account": "Anderes Konto verwenden",
  "problem.next.start-again": "Neu beginnen",
  "problem.next.try-again": "Noch einmal versuchen",
  "problem.expired.title": "Diese Einladung ist abgelaufen",
  "problem.expired.what": "Die Einladung galt für begrenzte Zeit, und die ist vorbei.",
  "problem.expired.what-on": "Die Einladung endete am {when}.",
  "problem.revoked.title": "Diese Einladung wurde zurückgezogen",
  "problem.revoked.what":
    "{organisation} hat diesen Link zurückgezogen. Falls Sie eine neuere E-Mail haben, öffnen Sie den Link darin.",
  "problem.revoked.what-on":
    "{organisation} hat diesen Link am {when} zurückgezogen. Falls Sie eine neuere E-Mail haben, öffnen Sie den Link darin.",
  "problem.already-accepted.title": "Sie haben schon angenommen",
  "problem.already-accepted.what": "Diese Einladung wurde früher angenommen.",
  "problem.already-accepted.what-on": "Diese Einladung wurde am {when} angenommen.",
  "problem.already-accepted.todo":
    "Einen Link brauchen Sie nicht mehr: Melden Sie sich mit dem Konto von damals an.",
  "problem.wrong-account.title": "Diese Einladung gilt jemand anderem",
  "problem.wrong-account.what": "Angemeldet ist {address}, die Einladung gilt aber für eine andere Adresse.",
  "problem.wrong-account.todo":
    "Machen Sie mit dem eingeladenen Konto weiter, oder bitten Sie um eine Einladung für dieses.",
  "problem.account-disabled.title": "Ihr Zugang ist gesperrt",
  "problem.account-disabled.what": "{organisation} hat das Konto gesperrt, das dort für Sie geführt wird.",
  "problem.account-disabled.todo": "Bitten Sie {organisation}, es wieder freizugeben.",
  "problem.guest-deleted.title": "Sie sind hier kein Gast mehr",
  "problem.guest-deleted.what": "{organisation} hat das Gastkonto gelöscht, zu dem diese Einladung gehörte.",
  "problem.domain-refused.title": "Diese Einladung kann im Moment nicht angenommen werden",
  "problem.domain-refused.what":
    "{organisation} arbeitet nicht mit Adressen Ihrer Domäne. Ihre Einladung bleibt erhalten, falls sich das ändert.",
  "problem.domain-refused.todo":
    "Fragen Sie, wer Sie eingeladen hat, oder {organisation}. Sie können auch mit einer Adresse einer anderen Domäne neu eingeladen werden.",
  "problem.unknown-link.title": "Dieser Link führt ins Leere",
  "problem.unknown-link.what":
    "Zu diesem Link gehört keine Einladung. Vielleicht wurde er beim Kopieren abgeschnitten.",
  "problem.unknown-link.todo":
    "Öffnen Sie den Link in der E-Mail selbst, oder bitten Sie die Person, die Sie eingeladen hat, um einen neuen.",
  "problem.other-browser.title": "Machen Sie dort weiter, wo Sie begonnen haben",
  "problem.other-browser.what":
    "Dieser Schritt gehört zu einer Anmeldung, die in einem anderen Browser oder Fenster begann, oder ihr Cookie wurde gelöscht.",
  "problem.other-browser.todo":
    "Gehen Sie in jenen Browser zurück, oder beginnen Sie neu: Öffnen Sie die Anwendung oder den Link in Ihrer E-Mail noch einmal.",
  "problem.too-late.title": "Das hat zu lange gedauert",
  "problem.too-late.what": "Die Anmeldung blieb zu lange offen und wurde zur Sicherheit geschlossen.",
  "problem.too-late.todo":
    "Beginnen Sie neu: Öffnen Sie die Anwendung oder den Link in Ihrer E-Mail noch einmal.",
  "problem.rate-limited.title": "Zu viele Versuche",
  "problem.rate-limited.what": "Aus Ihrem Netz oder für diese Adresse kamen in kurzer Zeit viele Anfragen.",
  "problem.rate-limited.todo":
    "{minutes, plural, one {Warten Sie # Minute, und versuchen Sie es dann noch einmal.} other {Warten Sie # Minuten, und versuchen Sie es dann noch einmal.}}",
  "problem.server-trouble.title": "Bei uns ging etwas schief",
  "problem.server-trouble.what": "Guesthouse konnte diesen Schritt nicht beenden.",
  "problem.server-trouble.todo":
    "Versuchen Sie es gleich noch einmal. Wenn es so bleibt, schicken Sie die Einzelheiten unten an die Betreiber.",
  "problem.page-not-found.title": "Diese Seite gibt es nicht",
  "problem.page-not-found.what": "Unter dieser Adresse ist nichts zu finden.",
  "problem.page-not-found.todo": "Prüfen Sie die Adresse, oder gehen Sie zu Ihren Anwendungen.",
  "problem.not-in-organisation.title": "Sie sind kein Gast dieser Organisation",
  "problem.not-in-organisation.what":
    "{organisation} führt weder ein Mitglied noch einen Gast mit diesem Konto ({address}).",
  "problem.not-in-organisation.todo":
    "Bitten Sie jemanden bei {organisation} um eine Einladung, oder verwenden Sie ein anderes Konto.",
  "problem.not-assigned.title": "Sie haben keinen Zugang zu dieser Anwendung",
  "problem.not-assigned.what":
    "{organisation} lässt nur ausgewählte Personen zu ({application}). Ihr Konto ist nicht darunter: {address}.",
  "problem.not-assigned.todo":
    "Bitten Sie die Betreiber um Aufnahme ({application}), oder verwenden Sie ein anderes Konto.",
  "problem.may-not-invite.title": "Sie dürfen keine Gäste einladen",
  "problem.may-not-invite.what":
    "{organisation} lässt nur manche Mitglieder Gäste einladen. Ihr Konto ist nicht darunter: {address}.",
  "problem.may-not-invite.todo": "Bitten Sie die Verwaltung von {organisation} um die Rolle Guest Inviter.",
  "problem.trial-over.title": "Dieser Test ist vorbei",
  "problem.trial-over.what": "Der Link wurde schon benutzt, ist zu alt oder wurde zurückgezogen.",
  "problem.trial-over.todo": "Bitten Sie die Person, die ihn geschickt hat, um einen neuen.",
  "problem.not-asked.title": "Diese Anmeldung wurde nicht angefordert",
  "problem.not-asked.what":
    "Die Anmeldeseite einer anderen Organisation hat Sie von sich aus hierher geschickt, und {organisation} konnte das nicht annehmen.",
  "problem.not-asked.todo":
    "Beginnen Sie bei der Anwendung, die Sie verwenden möchten, oder bei Meine Anwendungen. Von dort kommen Sie zur Anmeldeseite Ihrer Organisation.",
  "problem.no-request.title": "Hier gibt es nichts zu entscheiden",
  "problem.no-request.what":
    "Die Anfrage wurde zurückgezogen, ist beendet, oder Sie entscheiden nicht darüber.",
  "problem.no-request.todo": "Sehen Sie sich die Anfragen an, die auf Ihre Entscheidung warten.",
  "problem.may-not-manage-providers.title": "Sie dürfen keine Identitätsanbieter verwalten",
  "problem.may-not-manage-providers.what":
    "Bei {organisation} dürfen das nur manche. Ihr Konto ist nicht darunter: {address}.",
  "problem.may-not-manage-providers.todo":
    "Bitten Sie die Verwaltung von {organisation} um die Rolle External Identity Provider Administrator.",
  "flow-preview.title": "Seiten einer Anmeldung",
  "flow-preview.lead":
    "Sehen Sie, was Menschen sehen, die ein Konto anlegen, und sagen Sie es mit Ihren Worten.",
  "flow-preview.none": "Es gibt noch keinen Benutzerablauf. Legen Sie zuerst über Graph einen an.",
  "flow-preview.flow": "Benutzerablauf",
  "flow-preview.page": "Seite",
  "flow-preview.page.idpselections": "Adresse oder Anbieter",
  "flow-preview.page.check": "Prüfung durch Ihre API",
  "flow-preview.page.agree": "Zustimmung",
  "flow-preview.page.selfasserted": "Fragen",
  "flow-preview.page.sendcode": "Code senden",
  "flow-preview.page.code": "Code eingeben",
  "flow-preview.page.address": "Adresse angeben",
  "flow-preview.page.waiting": "Jemand entscheidet",
  "flow-preview.page.denied": "Anfrage abgelehnt",
  "flow-preview.page.blocked": "Von Ihrer API angehalten",
  "flow-preview.page.refused": "Adresse nicht zugelassen",
  "flow-preview.state": "Zustand",
  "flow-preview.state.first": "Wie sie zuerst kommt",
  "flow-preview.state.errors": "Mit Fehlermeldungen",
  "flow-preview.state.other": "Wie sie sonst ist",
  "flow-preview.width": "Breite",
  "flow-preview.width.phone": "Telefon",
  "flow-preview.width.desktop": "Rechner",
  "flow-preview.scheme": "Farben",
  "flow-preview.scheme.light": "Hell",
  "flow-preview.scheme.dark": "Dunkel",
  "flow-preview.choose": "Ansehen",
  "flow-preview.frame": "Vorschau der Seite",
  "flow-preview.protected":
    "Was Menschen sagt, wozu sie zustimmen, ist überall gleich. Wie Ihre Fragen heißen, ändern Sie auf der Seite mit den Fragen.",
  "flow-preview.words": "Texte der Seite",
  "flow-preview.questions": "Fragen",
  "flow-preview.errors": "Fehlermeldungen",
  "flow-preview.label": "{question}: Beschriftung",
  "flow-preview.hint": "{question}: Zeile darunter",
  "flow-preview.empty": "Ein leeres Feld lässt den Text, wie er ist.",
  "flow-preview.show": "Änderungen zeigen",
  "flow-preview.save": "Speichern",
  "flow-preview.saved": "Gespeichert. Nach spätestens drei Sekunden ist es zu sehen.",
  "flow-preview.wrong-braces": "In geschweiften Klammern können hier nur diese Namen stehen: {names}",
  "flow-preview.no-braces": "Hier können keine Namen in geschweiften Klammern stehen.",

  "problem.may-not-manage-flows.title": "Sie dürfen Registrierungen nicht verwalten",
  "problem.may-not-manage-flows.what":
    "Bei {organisation} dürfen das nur manche. Ihr Konto ist nicht darunter: {address}.",
  "problem.may-not-manage-flows.todo":
    "Bitten Sie die Verwaltung von {organisation} um die Rolle External ID User Flow Administrator.",
  "problem.unknown-application.title": "Diese Anwendung ist hier nicht bekannt",
  "problem.unknown-application.what":
    "Die Anwendung, von der Sie kommen, ist bei {organisation} nicht registriert.",
  "problem.unknown-organisation.title": "Diese Organisation ist hier nicht bekannt",
  "problem.unknown-organisation.what":
    "Die Anwendung, von der Sie kommen, fragt nach einer Organisation, die es hier nicht gibt.",
  "problem.redirect.title": "Die Antwort ginge an einen falschen Ort",
  "problem.redirect.what":
    "Die Antwort sollte an eine Adresse gehen, die nicht registriert ist ({application}). Zu Ihrer Sicherheit ist sie unterblieben.",
  "problem.request-wrong.title": "Die Anwendung hat falsch gefragt",
  "problem.request-wrong.what": "Die Anfrage ist unvollständig oder widerspricht sich ({application}).",

  "sign-in.address-wrong": "Geben Sie eine ganze Adresse ein, zum Beispiel name@firma.example.",
  "sign-in.no-home":
    "Keine Organisation hier hat diese Adresse. Wenn Sie Gast einer Organisation sind, öffnen Sie deren Anwendung über den Link, den Sie von ihr bekommen haben.",
  "sign-in.no-way": "Mit dieser Adresse kann man sich hier nicht anmelden. Verwenden Sie eine andere.",
  "sign-in.not-from-here":
    "Diese Adresse gehört nicht zu dieser Organisation. Verwenden Sie die, die Sie dort bekommen haben.",
  "password.wrong":
    "Adresse oder Passwort stimmt nicht. Prüfen Sie beides, und versuchen Sie es noch einmal.",
  "password.too-many-tries":
    "Zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}}, und versuchen Sie es dann noch einmal.",
  "password.account-disabled": "Dieses Konto ist gesperrt. Fragen Sie die Verwaltung Ihrer Organisation.",
  "code.wrong":
    "Das ist nicht der Code, den wir gesendet haben. Sehen Sie in der neuesten E-Mail nach, und versuchen Sie es noch einmal.",
  "code.expired": "Dieser Code gilt nicht mehr. Senden Sie einen neuen.",
  "code.used-up": "Mit diesem Code gab es zu viele falsche Versuche. Senden Sie einen neuen.",
  "code.too-many-codes":
    "Es wurden schon viele Codes gesendet. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}}, und senden Sie dann einen weiteren.",
  "code.too-many-tries":
    "Zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}}, und versuchen Sie es dann noch einmal.",
  "terms.title": "Nutzungsbedingungen",
  "terms.lead": "{organisation} bittet Sie, dies zu lesen und anzunehmen, bevor es weitergeht.",
  "terms.since": "Stand: {date}",
  "terms.open-first": "Öffnen Sie zuerst das Dokument; dann können Sie es annehmen.",
  "terms.open": "Dokument öffnen",
  "terms.open-apart": "In eigenem Fenster öffnen",
  "terms.download": "Herunterladen",
  "terms.decline": "Ablehnen",
  "terms.changed":
    "Das Dokument hat sich inzwischen geändert. Lesen Sie es noch einmal, bevor Sie es annehmen.",
  "terms.mine": "Angenommene Bedingungen",
  "terms.accepted-on": "Angenommen am {date}",
  "terms.none": "Sie haben keine Bedingungen von {organisation} angenommen.",
  "problem.access-blocked.title": "So können Sie sich nicht anmelden",
  "problem.access-blocked.what":
    "{organisation} hat eine Regel, die {address} von hier aus oder für diese Anwendung nicht hereinlässt.",
  "problem.access-blocked.todo":
    "Versuchen Sie es aus Ihrem üblichen Netz noch einmal. Hilft das nicht, fragen Sie die Organisation und nennen Sie ihr die Angaben unten.",
  "problem.other-provider.title": "Melden Sie sich so an, wie Sie angenommen haben",
  "problem.other-provider.what":
    "Die Einladung von {organisation} wurde auf einem anderen Weg angenommen ({address}).",
  "problem.other-provider.todo":
    "Melden Sie sich so an wie damals. Wenn das nicht mehr geht, bitten Sie {organisation}, Ihren Zugang zurückzusetzen.",
  "problem.sign-up-domain.title": "Mit dieser Adresse können Sie sich nicht registrieren",
  "problem.sign-up-domain.what": "{organisation} nimmt {address} für diese Anwendung nicht an.",
  "problem.sign-up-domain.todo":
    "Verwenden Sie Ihre Adresse bei der Arbeit, oder bitten Sie jemanden bei {organisation} um eine Einladung.",
  "problem.no-way.title": "Mit dieser Adresse kann man sich nicht anmelden",
  "problem.no-way.what":
    "{organisation} nimmt keinen Weg an, auf dem Sie zeigen könnten, dass diese Adresse Ihre ist.",
  "problem.no-way.todo":
    "Verwenden Sie eine andere Adresse, oder fragen Sie die Person, die Sie eingeladen hat.",
  "problem.application-disabled.title": "Diese Anwendung ist abgeschaltet",
  "problem.application-disabled.what": "{organisation} hat sie abgeschaltet ({application}).",
  "problem.application-disabled.todo": "Fragen Sie die Betreiber der Anwendung ({application}).",
  "problem.admin-consent.title": "Zuerst muss die Verwaltung zustimmen",
  "problem.admin-consent.what":
    "{application} verlangt etwas, das nur die Verwaltung von {organisation} erlauben kann.",
  "problem.admin-consent.todo":
    "Bitten Sie die Verwaltung von {organisation}, es für alle anzunehmen, und versuchen Sie es dann noch einmal. Mit einem Konto der Verwaltung können Sie es selbst tun.",
  "problem.consent-off.what": "Bei {organisation} entscheidet nur die Verwaltung, was {application} darf.",
  "problem.declined.title": "Es wurde nichts angenommen",
  "problem.declined.what": "Sie haben nicht angenommen und sind kein Gast von {organisation} geworden.",
  "problem.declined.todo":
    "Sie können dieses Fenster schließen oder neu beginnen, falls Sie es sich anders überlegen.",
  "mailbox.title": "Postfach",
  "mailbox.lead": "Jede E-Mail dieser Vorführung bleibt hier, statt verschickt zu werden.",
  "mailbox.recipient": "E-Mails an",
  "mailbox.recipient-hint": "Eine ganze Adresse oder ein Teil davon",
  "mailbox.search": "Suchen",
  "mailbox.show-all": "Alle zeigen",
  "mailbox.look-again": "Noch einmal nachsehen",
  "mailbox.none": "Noch keine E-Mail. Laden Sie jemanden ein, und sehen Sie dann wieder nach.",
  "mailbox.none-found": "Noch keine E-Mail an {address}.",
  "mailbox.list": "E-Mails, die neuesten zuerst",
  "mailbox.to": "An",
  "mailbox.received": "Erhalten",
  "mailbox.all-mails": "Alle E-Mails",
  "mailbox.rendered": "So zeigt sie ein Mailprogramm",
  "mailbox.plain-text": "Reiner Text",
  "mailbox.headers": "Kopfzeilen",
};
