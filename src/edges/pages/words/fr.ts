import type { Messages } from "./en.ts";

export const french: Messages = {
  "frame.demo-bar-label": "Démonstration",
  "frame.demo-notice": "Ceci est une démonstration avec des organisations inventées.",
  "frame.demo-start": "Page d’accueil",
  "frame.demo-mailbox": "Boîte aux lettres",
  "frame.demo-tester": "Test de connexion",
  "frame.language": "Langue",
  "frame.not-you": "Ce n’est pas vous ?",
  "frame.sign-out": "Se déconnecter",
  "frame.privacy": "Confidentialité",
  "frame.terms": "Conditions",
  "frame.help": "Aide",

  "form.email": "Adresse e-mail",
  "form.password": "Mot de passe",
  "form.code": "Code",
  "form.next": "Suivant",
  "form.sign-in": "Se connecter",
  "form.send-code": "Envoyer le code",
  "form.verify": "Vérifier",
  "form.accept": "Accepter",
  "form.cancel": "Annuler",
  "form.accept-invitation": "Accepter l’invitation",
  "form.not-now": "Pas maintenant",
  "form.continue": "Continuer",
  "form.use-another-way": "Utiliser un autre moyen",
  "form.show": "Afficher",
  "form.hide": "Masquer",
  "form.copy": "Copier",
  "form.copied": "Copié",
  "form.several-errors":
    "{count, plural, one {# saisie demande votre attention.} other {# saisies demandent votre attention.}}",

  "error.form-stale":
    "Cette page est restée longtemps ouverte, ou avec une autre connexion. Rien n’a été envoyé ; recommencez.",
  "error.ask": "Toujours bloqué ? Demandez à {contact}.",

  "details.summary": "Détails",
  "details.look-up": "Ce que signifie ce numéro",
  "details.what-for": "Joignez-les à votre question, pour que l’on retrouve ce qui s’est passé.",
  "details.code": "Erreur",
  "details.description": "Description",
  "details.time": "Heure",
  "details.correlation-id": "ID de corrélation",
  "details.trace-id": "ID de trace",
  "meaning.title": "Ce que signifie l’erreur {code}",
  "meaning.title-plain": "Chercher une erreur",
  "meaning.lead": "Saisissez le numéro qui suit AADSTS, affiché par une application ou une page.",
  "meaning.number": "Numéro",
  "meaning.look-up": "Chercher",
  "meaning.unknown": "Guesthouse n’a aucune erreur de ce numéro. Vérifiez le numéro.",
  "meaning.in-english": "Pour les développeurs, en anglais :",
  "meaning.remedy.sign-in-again":
    "Cette connexion est finie, a été fermée ou ne peut pas répondre seule. Revenez à l’application et connectez-vous de nouveau.",
  "meaning.remedy.other-account":
    "Ce compte n’a pas accès ici. Connectez-vous avec le compte invité, ou demandez une invitation à l’organisation.",
  "meaning.remedy.account-off":
    "Le compte est désactivé. Adressez-vous à l’administration de votre organisation.",
  "meaning.remedy.accept-invitation":
    "L’invitation n’a pas été acceptée ou ne compte plus. Ouvrez le dernier message contenant votre invitation et acceptez-la, ou demandez-en une nouvelle à la personne qui vous a invité.",
  "meaning.remedy.ask-access":
    "L’application n’est ouverte qu’aux personnes à qui l’accès a été donné. Demandez-le à celles qui la gèrent.",
  "meaning.remedy.agree":
    "Quelqu’un doit d’abord accepter ce que l’application veut faire. Ouvrez-la de nouveau ; si seule l’administration peut accepter, adressez-vous à la vôtre.",
  "meaning.remedy.said-no":
    "Quelqu’un a dit non en chemin. Recommencez depuis l’application si ce n’était pas voulu.",
  "meaning.remedy.application-off":
    "L’application est désactivée dans cette organisation. Adressez-vous à son administration.",
  "meaning.remedy.wait": "Attendez un quart d’heure, puis recommencez.",
  "meaning.remedy.check-address":
    "L’adresse ne désigne aucune organisation existant ici. Vérifiez le lien ou demandez à la personne qui vous l’a donné.",
  "meaning.remedy.device":
    "Le code de votre appareil n’est pas encore saisi, est périmé ou inconnu. Faites afficher un nouveau code par l’appareil et saisissez-le à temps.",
  "meaning.remedy.fix-application":
    "L’application a fait une demande à laquelle il n’est pas possible de répondre. Vous n’y pouvez rien : donnez le numéro aux personnes qui gèrent l’application.",
  "meaning.todo":
    "Les personnes qui gèrent l’application retrouvent la tentative dans le journal des connexions, par l’heure et l’identifiant de corrélation affichés avec l’erreur.",

  "sign-in.title": "Connexion",
  "sign-in.lead": "Saisissez votre adresse professionnelle, ou celle qui a été invitée.",
  "sign-in.to-application": "pour continuer vers {application}",
  "sign-in.no-account": "Pas de compte ?",
  "sign-in.create-account": "En créer un",

  "sign-up.title": "Créer un compte",
  "sign-up.lead":
    "Saisissez votre adresse, ou choisissez chez qui vous avez un compte. Vous prouverez ensuite qu’il est à vous.",
  "sign-up.have-account": "Vous avez un compte ?",
  "sign-up.or": "ou",
  "sign-up.with-provider": "Continuer avec {provider}",
  "sign-up.no-way": "Personne ne peut s’inscrire ici avec cette adresse. Utilisez-en une autre.",
  "sign-up.check-title": "{organisation} vérifie d’abord",
  "sign-up.check-lead":
    "Avant que vous créiez un compte pour {application}, un système de {organisation} vérifie si vous pouvez en avoir un. Il reçoit votre adresse {address} et ce que le compte avec lequel vous vous êtes connecté indique sur vous.",
  "sign-up.check-asking": "La vérification est en cours et peut durer une minute. Continuez ensuite.",
  "sign-up.agree-title": "Créer un compte chez {organisation}",
  "sign-up.agree-lead":
    "Vous n’avez pas encore de compte chez {organisation}, et il vous en faut un pour {application}. Si vous le créez :",
  "sign-up.ask-title": "Demander un compte chez {organisation}",
  "sign-up.ask-lead":
    "Vous n’avez pas encore de compte chez {organisation}, et il vous en faut un pour {application}. Si vous le demandez :",
  "sign-up.sees": "Votre nom et votre adresse, et comment vous avez prouvé que l’adresse est la vôtre.",
  "sign-up.asks-title": "Elle vous demande",
  "sign-up.answers-title": "Vos informations pour {organisation}",
  "sign-up.answers-lead": "{organisation} veut savoir cela avant que vous utilisiez {application}.",
  "sign-up.ready-lead":
    "Il ne reste qu’une étape : créer le compte chez {organisation}, puis aller à {application}.",
  "sign-up.create": "Créer le compte",
  "sign-up.choose": "Choisissez",
  "sign-up.optional": "{label} (facultatif)",
  "sign-up.change-address": "Utiliser une autre adresse",
  "sign-up.too-many":
    "Beaucoup de personnes viennent de s’inscrire, et il y a une limite par heure. Rien de ce que vous avez saisi n’est perdu : réessayez dans une heure.",
  "sign-up.too-many-tries":
    "Trop d’essais. Attendez {minutes, plural, one {# minute} many {# minutes} other {# minutes}}, puis réessayez.",
  "sign-up.address-taken":
    "Il existe déjà un compte avec votre adresse. Connectez-vous comme vous l’aviez fait.",
  "sign-up.own-title": "Saisissez votre adresse",
  "sign-up.own-lead":
    "{organisation} a besoin d’une adresse à vous. Saisissez-en une ; un code envoyé à cette adresse montrera qu’elle est à vous.",
  "sign-up.own-taken":
    "Il existe déjà un compte ou une invitation avec cette adresse. Connectez-vous avec ce compte, ouvrez l’invitation ou saisissez une autre adresse. Quelqu’un dans l’organisation peut vous aider.",
  "sign-up.api-failed":
    "{organisation} ne peut pas le vérifier pour le moment. Réessayez dans quelques minutes.",
  "sign-up.blocked-title": "{organisation} ne vous permet pas de créer un compte",
  "sign-up.blocked-lead": "{organisation} indique :",
  "sign-up.blocked-back": "Revenir",
  "sign-up.ask": "Envoyer la demande",
  "sign-up.approval-title": "Une personne décide",
  "sign-up.approval":
    "Une personne chez {organisation} examine d’abord votre demande. Vous recevez la décision par e-mail.",
  "sign-up.ready-to-ask":
    "Encore une étape : envoyez votre demande à {organisation}. Une fois approuvée, vous pourrez utiliser {application}.",
  "sign-up.waiting-title": "Une personne chez {organisation} décide",
  "sign-up.waiting-lead":
    "Vous avez demandé un compte le {when} pour utiliser {application}. Dès que quelqu’un a décidé, vous recevez un e-mail à {address}.",
  "sign-up.waiting-end":
    "Vous pouvez fermer cette page. Si personne ne décide, la demande prend fin le {when}.",
  "sign-up.back-to": "Retour à {application}",
  "sign-up.withdraw": "Retirer la demande",
  "sign-up.denied-title": "{organisation} a refusé votre demande",
  "sign-up.denied-lead":
    "Votre demande d’utiliser {application} a été refusée le {when}. Aucun compte n’a été créé.",
  "sign-up.denied-again": "Vous pourrez faire une nouvelle demande à partir du {when}.",
  "attribute.city": "Ville",
  "attribute.country": "Pays ou région",
  "attribute.display-name": "Nom affiché",
  "attribute.given-name": "Prénom",
  "attribute.job-title": "Fonction",
  "attribute.postal-code": "Code postal",
  "attribute.state": "État ou province",
  "attribute.street-address": "Adresse",
  "attribute.surname": "Nom de famille",
  "sign-up.error.missing": "Saisissez cette information, ou choisissez-en une.",
  "sign-up.error.too-long": "C’est trop long. Raccourcissez.",
  "sign-up.error.not-one-line":
    "Saisissez une seule ligne, sans caractères qui changent le sens de l’écriture.",
  "sign-up.error.not-a-number": "Saisissez un nombre entier, comme 42.",
  "sign-up.error.not-a-date": "Saisissez une date qui existe, comme 2026-12-31.",
  "sign-up.error.not-a-choice": "Choisissez une des réponses proposées.",
  "sign-up.error.not-an-address": "Saisissez une adresse complète, comme nom@entreprise.example.",

  "pick-account.title": "Choisissez un compte",
  "pick-account.signed-in": "Connecté",
  "pick-account.signed-out": "Déconnecté",
  "pick-account.sign-out-of": "Déconnecter {address}",
  "pick-account.another": "Utiliser un autre compte",

  "choose-password.title": "Choisissez un nouveau mot de passe",
  "choose-password.lead":
    "Le mot de passe saisi ne valait que pour cette connexion. Choisissez-en un que vous seul connaissez.",
  "choose-password.new": "Nouveau mot de passe",
  "choose-password.repeat": "Le nouveau mot de passe, encore une fois",
  "choose-password.save": "Enregistrer et continuer",
  "choose-password.differ": "Les deux mots de passe diffèrent. Saisissez deux fois le même.",
  "choose-password.too-long": "Le mot de passe est trop long. Prenez au plus 256 caractères.",
  "choose-password.contains-name":
    "Le mot de passe contient votre nom d’utilisateur. Choisissez-en un autre.",
  "choose-password.unchanged": "C’est votre mot de passe actuel. Choisissez-en un autre.",
  "password.title": "Saisissez votre mot de passe",
  "password.to-organisation": "pour continuer vers {organisation}",
  "password.to-application-of": "pour continuer vers {application} de {organisation}",
  "password.forgot": "Oublié ?",

  "send-code.title": "Montrez que cette adresse est la vôtre",
  "send-code.explanation":
    "Nous enverrons un code à {address}. Saisissez-le sur la page suivante ; aucun mot de passe n’est nécessaire.",

  "code.title": "Saisissez le code",
  "code.explanation": "Nous avons envoyé un code à {address}. Il est valable jusqu’à {time}.",
  "code.hint": "8 chiffres",
  "code.send-again": "Renvoyer",
  "code.send-again-in": "Renvoyer dans {seconds} s",
  "code.sent-again": "Un nouveau code est en route. Seul le plus récent fonctionne.",
  "code.nothing-came":
    "Rien reçu ? Regardez dans les courriers indésirables et vérifiez l’adresse ci-dessus.",

  "authenticator.set-up-title": "Configurez une application d’authentification",
  "authenticator.why":
    "{organisation} demande une seconde preuve que c’est bien vous : un code d’une application de votre téléphone.",
  "authenticator.why-own":
    "Un code d’une application de votre téléphone tient à l’écart quiconque obtient votre mot de passe ou votre boîte aux lettres.",
  "authenticator.need-app":
    "Il vous faut une application d’authentification. N’importe laquelle convient, et celle que vous avez peut aussi contenir ce code.",
  "authenticator.scan":
    "Scannez cette image avec votre application d’authentification. Elle ajoute une entrée pour {organisation}. Saisissez ensuite le code qu’elle affiche.",
  "authenticator.picture": "Image à scanner avec votre application d’authentification",
  "authenticator.cannot-scan": "Vous ne pouvez pas la scanner ?",
  "authenticator.type-key": "Faites ajouter un compte par une clé à l’application, et saisissez-y celle-ci :",
  "authenticator.account": "Compte",
  "authenticator.organisation": "Organisation",
  "authenticator.key": "Clé",
  "authenticator.this-device": "Ouvrir l’application sur cet appareil",
  "authenticator.code": "Code de votre application",
  "authenticator.code-hint": "6 chiffres, nouveaux toutes les 30 secondes",
  "authenticator.enter-title": "Saisissez le code de votre application",
  "authenticator.enter":
    "Ouvrez votre application d’authentification et saisissez le code qu’elle affiche pour {organisation}.",
  "authenticator.lost": "J’ai perdu mon application",
  "authenticator.lost-ask":
    "Écrivez à {contact} et demandez de l’annuler. Vous en configurerez une autre lors de la connexion suivante.",
  "authenticator.lost-ask-somebody":
    "Demandez aux personnes que vous connaissez chez {organisation} de la faire annuler. Vous en configurerez une autre lors de la connexion suivante.",
  "authenticator.wrong":
    "L’application n’affiche pas ce code en ce moment, ou il a déjà servi. Attendez le code suivant et vérifiez que l’horloge de votre téléphone est à l’heure.",
  "ways.title": "Vos façons de vous connecter",
  "ways.app": "Application d’authentification",
  "ways.none": "Vous n’avez pas d’application d’authentification pour {organisation}.",
  "ways.since": "Configurée le {when}",
  "ways.set-up": "Configurer une application d’authentification",
  "ways.change": "Pour la remplacer ou la retirer, saisissez le code qu’elle affiche pour {organisation}.",
  "ways.replace": "Remplacer",
  "ways.remove": "Retirer",
  "ways.added":
    "Votre application d’authentification est configurée. {organisation} pourra demander un code de celle-ci quand vous vous connectez.",
  "ways.removed":
    "Votre application d’authentification est retirée. Si {organisation} en demande une, vous en configurerez une autre à la connexion.",

  "through-provider.title": "Se connecter avec {provider}",
  "through-provider.explanation": "{provider} vous connecte à l’étape suivante. Vous revenez ensuite ici.",
  "provider-failed.title": "{provider} n’a pas pu vous connecter",
  "provider-failed.unreachable": "{provider} n’a pas répondu.",
  "provider-failed.answer-wrong": "La réponse de {provider} n’a pas pu être utilisée.",
  "provider-failed.denied": "{provider} ne vous a pas connecté, ou vous avez annulé là-bas.",
  "provider-failed.account-disabled": "Votre compte chez {provider} est désactivé.",
  "provider-failed.address-unproven":
    "{provider} vous a connecté, mais n’a confirmé aucune adresse dont il peut répondre.",
  "provider-failed.todo":
    "Réessayez dans un instant. La raison a été notée pour les administrateurs de l’organisation qui vous invite.",
  "provider-failed.todo-denied":
    "Réessayez, et connectez-vous chez {provider} avec le compte de votre organisation.",
  "provider-failed.todo-disabled": "Seul {provider} peut y remédier : adressez-vous à son support.",
  "provider-failed.switched-off": "La connexion avec {provider} est désactivée ici.",
  "provider-failed.todo-switched-off":
    "Adressez-vous à l’organisation dont vous êtes l’invité : elle peut réactiver {provider} ou vous inviter à nouveau.",
  "provider-failed.use-code": "Utiliser plutôt un code par e-mail",

  "invited.title": "Vous êtes invité",
  "invited.person-to-application": "{inviter} de {organisation} vous invite à utiliser {application}.",
  "invited.person-to-organisation": "{inviter} vous invite à travailler avec {organisation}.",
  "invited.organisation-to-application": "{organisation} vous invite à utiliser {application}.",
  "invited.organisation": "{organisation} vous invite à travailler ensemble.",
  "invited.message": "Son message",
  "invited.message-from": "Message de {inviter}",
  "invited.invited-address": "Adresse invitée",
  "invited.invited-by": "Invité par",
  "invited.valid-until": "Valable jusqu’au",
  "invited.next-step":
    "Vous montrerez d’abord que l’adresse est la vôtre, puis vous verrez ce que l’organisation apprendra de vous. Rien n’est partagé avant votre accord.",

  "wrong-account.title": "Lequel est votre compte ?",
  "wrong-account.explanation":
    "L’invitation a été faite pour une autre adresse que celle avec laquelle vous êtes connecté.",
  "wrong-account.invited": "Invité",
  "wrong-account.signed-in": "Connecté",
  "wrong-account.continue-as": "Continuer avec {address}",
  "wrong-account.ask-for": "Demander une invitation pour {address}",
  "wrong-account.mail-subject": "Invitation chez {organisation} pour {address}",
  "wrong-account.stays": "Rien n’a été accepté. Vous restez aussi connecté avec l’autre compte.",
  "wrong-account.ask-organisation":
    "Rien n’a été accepté. Pour utiliser {address}, demandez une invitation à {organisation}.",

  "review.title": "Examiner les autorisations",
  "review.lead": "{organisation} ({domain}) souhaite vous avoir comme invité. Si vous acceptez :",
  "review.sees-title": "Elle voit qui vous êtes",
  "review.sees":
    "Le nom et l’adresse avec lesquels vous avez été invité, et comment vous avez prouvé que l’adresse est la vôtre.",
  "review.records-title": "Elle garde une trace de vos connexions",
  "review.records":
    "Quand vous vous connectez, depuis quelle adresse réseau et à laquelle de ses applications.",
  "review.manages-title": "Elle tient un compte pour vous",
  "review.manages":
    "Elle peut modifier ce compte, le limiter ou le supprimer. Votre propre compte n’est pas touché.",
  "review.trust": "N’acceptez que si vous faites confiance à {organisation}.",
  "review.privacy-of": "Confidentialité chez {organisation}",
  "review.terms-of": "Conditions de {organisation}",
  "review.no-links": "{organisation} n’a pas indiqué de lien vers sa déclaration de confidentialité.",
  "review.leave-any-time": "Vous pouvez à tout moment demander à {organisation} de vous retirer.",

  "consent.title": "Autorisations demandées",
  "consent.lead": "{application} demande à pouvoir, en votre nom :",
  "consent.published-by": "Publié par {publisher} ({domain})",
  "consent.publisher-unknown": "L’éditeur de cette application n’est pas connu.",
  "consent.openid": "Vous connecter",
  "consent.profile": "Voir votre nom et votre nom d’utilisateur",
  "consent.email": "Voir votre adresse e-mail",
  "consent.offline-access": "Conserver l’accès accordé lorsque vous ne l’utilisez pas",
  "consent.user-read": "Vous connecter et lire votre profil",
  "consent.user-read-basic-all": "Voir les noms et adresses de toutes les personnes de l’organisation",
  "consent.user-read-all": "Lire les profils complets de toutes les personnes de l’organisation",
  "consent.user-invite-all": "Inviter des personnes externes dans l’organisation",
  "consent.only-if-trusted":
    "N’acceptez que si vous connaissez cette application et faites confiance à son auteur.",
  "consent.at-resource": "Dans l’application {resource}.",
  "consent.by-part": "Effectué par {application}, qui fait partie de cette application.",
  "consent.for-everybody": "Accepter pour tous chez {organisation}",
  "consent.for-everybody-hint": "Plus personne n’y sera interrogé au sujet de ces autorisations.",
  "consent.take-back":
    "Vous pouvez revenir sur cet accord à tout moment, sous « Applications que vous avez autorisées » dans Mes applications.",

  "admin-consent.title": "Autorisations pour tous",
  "admin-consent.lead": "{application} demande à {organisation} d’autoriser, pour tous :",
  "admin-consent.as-person": "Au nom de chaque personne qui l’utilise",
  "admin-consent.by-itself": "Par elle-même, même quand personne n’est connecté",
  "admin-consent.sign-in": "Connecter les personnes",

  "allowed.title": "Applications que vous avez autorisées",
  "allowed.lead":
    "Vous avez accepté que ces applications agissent en votre nom chez {organisation}. Ce qu’un administrateur a accepté pour tous n’y figure pas.",
  "allowed.none": "Vous n’avez accepté d’aucune application qu’elle agisse en votre nom chez {organisation}.",
  "allowed.since": "Accepté le {when}",
  "allowed.take-back": "Retirer",
  "allowed.take-back-of": "Retirer ce que {application} peut faire",
  "allowed.done": "{application} ne peut plus agir en votre nom. Ce qu’elle a appris auparavant lui reste.",
  "allowed.back": "Retour à Mes applications",
  "sign-up-apis.title": "Vos API lors de l’inscription",
  "sign-up-apis.lead": "Ces API de {organisation} décident des personnes qui s’inscrivent.",
  "sign-up-apis.none": "Aucune API de {organisation} ne décide encore des inscriptions.",
  "sign-up-apis.address": "Adresse",
  "sign-up-apis.state": "État",
  "sign-up-apis.asked": "est interrogée",
  "sign-up-apis.suspended": "n’est pas interrogée avant {when}, car plusieurs appels de suite ont échoué",
  "sign-up-apis.sample-lead": "Interrogez-la sur une personne inventée, comme à l’un de ces moments :",
  "sign-up-apis.after-proof": "Après la preuve",
  "sign-up-apis.before-creation": "Avant la création du compte",
  "sign-up-apis.calls": "Derniers appels",
  "sign-up-apis.no-calls": "Elle n’a pas encore été interrogée.",
  "sign-up-apis.continue": "Elle a laissé la personne continuer",
  "sign-up-apis.block": "Elle a refusé la personne",
  "sign-up-apis.validation-error": "Elle a demandé d’autres réponses",
  "sign-up-apis.failed": "L’appel a échoué",
  "sign-up-apis.took": "{milliseconds, number} ms, {count, plural, one {# tentative} other {# tentatives}}",
  "sign-up-apis.details": "Requête et réponse",
  "sign-up-apis.request": "Requête",
  "sign-up-apis.answer": "Réponse",
  "sign-up-apis.nothing": "Rien",
  "sign-up-apis.sample": "Essai",

  "providers.title": "Fournisseurs d’identité",
  "providers.lead": "Avec eux, les invités de {organisation} prouvent qui ils sont.",
  "providers.none":
    "{organisation} ne fait encore confiance à aucun fournisseur d’identité. Ajoutez-en un en ligne de commande ou par Graph.",
  "providers.issuer": "Émetteur",
  "providers.vouches": "Peut répondre de",
  "providers.no-domain": "aucun domaine",
  "providers.last-try": "Connexion essayée",
  "providers.never-tried": "pas encore",
  "providers.tried-good": "réussie, {when}",
  "providers.tried-bad": "échouée, {when} ; non rempli : {check}",
  "providers.test": "Tester la connexion",
  "providers.test-of": "Tester la connexion à {provider}",
  "providers.guests": "Invités qui se connectent avec lui",
  "providers.off": "Désactivé",
  "providers.reset-of": "Réinitialiser les invités de {provider}",
  "reset.title":
    "Réinitialiser {count, plural, one {# invité} many {# d’invités} other {# invités}} de {provider} ?",
  "reset.lead":
    "Ils sont invités à nouveau par e-mail et acceptent par le moyen suivant qui leur convient. Leurs groupes et leurs droits restent. D’ici là, ils ne peuvent pas se connecter.",
  "reset.confirm": "Réinitialiser {count, plural, one {# invité} many {# d’invités} other {# invités}}",
  "reset.changed": "Le nombre a changé depuis que vous l’avez consulté.",
  "reset.done":
    "{count, plural, one {# invité a été invité à nouveau.} many {# d’invités ont été invités à nouveau.} other {# invités ont été invités à nouveau.}}",
  "reset.left":
    "{count, plural, one {# invité n’a pas été réinitialisé.} many {# d’invités n’ont pas été réinitialisés.} other {# invités n’ont pas été réinitialisés.}}",
  "providers.back": "Retour aux fournisseurs d’identité",
  "report.title": "Connexion à {provider}",
  "report.good": "Toutes les vérifications qui se passent de quelqu’un sont réussies.",
  "report.bad":
    "{count, plural, one {Une vérification a échoué. Elle dit comment y remédier.} other {# vérifications ont échoué. Chacune dit comment y remédier.}}",
  "report.passed": "Réussie",
  "report.failed": "Échouée",
  "report.not-run": "Non vérifiée",
  "report.mend": "Que faire",
  "report.try-lead":
    "Le reste se voit quand quelqu’un se connecte. Utilisez ce lien ou envoyez-le à une personne chez {provider}. Il ne connecte personne ici et ne crée aucun compte. Il vaut une fois, jusqu’au {when}.",
  "report.try-open": "Essayer une connexion",
  "report.link": "Lien d’essai",
  "trial.title": "Essayer de se connecter avec {provider}",
  "trial.lead": "{organisation} veut savoir si la connexion avec {provider} fonctionne.",
  "trial.explained":
    "Vous vous connectez chez {provider}, puis revenez à une page qui montre ce qui en est venu. Vous n’êtes pas connecté ici et aucun compte n’est créé.",
  "trial.seen":
    "Les administrateurs de {organisation} voient la même chose : l’identifiant et l’adresse que {provider} indique de vous.",
  "trial.begin": "Commencer",
  "trial.go-lead": "Connectez-vous maintenant chez {provider}.",
  "trial.result-good": "La connexion avec {provider} fonctionne.",
  "trial.result-bad": "La connexion avec {provider} ne fonctionne pas encore.",

  "approvals.title": "Demandes d’inscription",
  "approvals.lead":
    "Ces personnes demandent à devenir invitées de {organisation}. Rien n’est créé avant une approbation.",
  "approvals.further":
    "{count, plural, one {# autre demande suivra} other {# autres demandes suivront}} une fois celles-ci traitées.",
  "approvals.none": "Personne n’attend votre décision.",
  "approval.title": "Demande de {person}",
  "approval.lead": "{person} demande à devenir invité de {organisation} et à utiliser {application}.",
  "approval.address": "E-mail",
  "approval.proven-by": "Adresse prouvée par",
  "approval.mailed-code": "un code qui y a été envoyé",
  "approval.asked-on": "Demandé le",
  "approval.open-until": "Ouverte jusqu’au",
  "approval.answers": "Réponses",
  "approval.reason": "Motif",
  "approval.reason-hint": "{person} le lira. Il est nécessaire pour refuser la demande.",
  "approval.approve": "Approuver",
  "approval.deny": "Refuser",
  "approval.approved-by": "{who} a approuvé cette demande le {when}.",
  "approval.denied-by": "{who} a refusé cette demande le {when}.",
  "approval.back": "Retour aux demandes",
  "approval.error.reason-missing": "Indiquez pourquoi vous refusez la demande.",
  "approval.error.not-offered":
    "Personne ne peut s’inscrire à cette application en ce moment ; la demande ne peut donc pas être approuvée. Adressez-vous à un administrateur, ou refusez-la.",
  "approval.error.way-not-taken":
    "La façon dont cette personne a prouvé son adresse n’est plus acceptée ; la demande ne peut donc pas être approuvée. Refusez-la, ou invitez la personne.",
  "approval.error.domain-not-taken":
    "Les adresses de ce domaine ne sont plus acceptées ; la demande ne peut donc pas être approuvée. Refusez-la, ou adressez-vous à un administrateur.",
  "approval.error.address-taken":
    "Il existe déjà un invité avec cette adresse ; la demande ne peut donc pas être approuvée. Refusez-la, et demandez à la personne de se connecter comme auparavant.",
  "my-apps.title": "Mes applications",
  "my-apps.just-accepted": "Bienvenue. Vous êtes maintenant un invité de {organisation}.",
  "my-apps.applications": "Applications",
  "my-apps.no-applications":
    "Aucune application de {organisation} ne vous est encore ouverte. Dès qu’il y en aura une, elle apparaîtra ici.",
  "my-apps.organisations": "Organisations",
  "my-apps.as-guest": "Invité",
  "my-apps.as-member": "Membre",
  "my-apps.shown-now": "affichée",
  "my-apps.approvals": "{count, plural, one {# demande d’inscription} other {# demandes d’inscription}}",
  "my-apps.invite": "Inviter quelqu’un",

  "sign-out.title": "Se déconnecter",
  "sign-out.which": "Quel compte voulez-vous déconnecter ?",
  "sign-out.sure": "Voulez-vous déconnecter ce compte ?",
  "sign-out.all": "Tous les comptes",
  "sign-out.stay": "Rester connecté",
  "device-code.title": "Saisissez le code de votre appareil",
  "device-code.lead": "Un appareil ou un programme vous a envoyé ici et vous a montré un code.",
  "device-code.hint": "Huit lettres, majuscules ou minuscules.",
  "device-code.unknown":
    "Ce code n’existe pas ou n’est plus valable. Vérifiez-le, ou demandez-en un nouveau sur l’appareil.",
  "device-code.warning":
    "Ne saisissez que le code d’un appareil qui est devant vous, jamais un code que quelqu’un vous a envoyé ou dicté.",
  "device-code.message":
    "Ouvrez {url} dans un navigateur, sur cet appareil ou un autre, et saisissez le code {code}.",
  "arrival.title": "Continuer en tant que {address} ?",
  "arrival.lead": "{provider} vous a envoyé vers {organisation} et indique que vous êtes {address}.",
  "arrival.only-if-yours":
    "Continuez uniquement si vous venez vous-même de {provider} et si cette adresse est la vôtre.",
  "visit.title": "Se connecter à {organisation} ?",
  "visit.lead": "{organisation}, sur {host}, indique que vous êtes son invité et demande qui vous êtes.",
  "visit.learns": "Elle apprend votre nom et vos adresses chez {home}.",
  "visit.password-stays": "Votre mot de passe reste chez {home}.",
  "visit.check-host":
    "Ce nom est celui que l’organisation se donne. Ne continuez que si vous connaissez {host}.",
  "visit.going-on-title": "Vers {organisation}",
  "visit.going-on": "La suite se passe sur {host}.",
  "confirm-device.title": "Cet appareil est-il le vôtre ?",
  "confirm-device.lead": "{application} veut être connectée en votre nom sur un autre appareil.",
  "confirm-device.organisation": "Organisation",
  "confirm-device.asked-at": "Demandé à",
  "confirm-device.asked-from": "Demandé depuis",
  "confirm-device.approve": "Connecter l’appareil",
  "confirm-device.warning":
    "Ne continuez que si vous avez commencé cela vous-même, sur un appareil de confiance. Si quelqu’un vous a envoyé le code, annulez : cette personne serait connectée à votre place.",
  "device-done.title": "L’appareil est connecté",
  "device-done.lead": "Revenez à {application} sur votre appareil. La suite se fait toute seule.",
  "device-done.close": "Vous pouvez fermer cette fenêtre.",
  "device-declined.title": "L’appareil n’a pas été connecté",
  "device-declined.lead": "{application} n’a obtenu aucun accès.",
  "device-declined.todo":
    "Si vous n’avez pas commencé cela vous-même, prévenez les personnes qui s’occupent de vos ordinateurs. Vous pouvez fermer cette fenêtre.",
  "device-late.title": "Le code n’est plus valable",
  "device-late.lead":
    "La connexion de {application} a pris trop de temps ou a été décidée dans une autre fenêtre.",
  "device-late.todo": "Recommencez sur l’appareil pour obtenir un nouveau code.",

  "signed-out.title": "Vous êtes déconnecté",
  "signed-out.all": "Vous êtes déconnecté ici.",
  "signed-out.account": "{address} est déconnecté ici.",
  "signed-out.close-windows": "Sur un ordinateur partagé, fermez toutes les fenêtres du navigateur.",
  "signed-out.again": "Se reconnecter",

  "form-post.title": "Un instant",
  "form-post.lead": "Vous êtes connecté. Continuez si l’application ne s’ouvre pas d’elle-même.",
  "form-post.to-application":
    "Vous êtes connecté. Continuez vers {application} si elle ne s’ouvre pas d’elle-même.",

  "set-up.title": "Installer Guesthouse",
  "set-up.lead": "Nommez la première organisation et son administrateur. Cette page ne sert qu’une fois.",
  "set-up.organisation": "Organisation",
  "set-up.organisation-name": "Nom de l’organisation",
  "set-up.initial-domain": "Nom court",
  "set-up.initial-domain-hint":
    "Lettres, chiffres et traits d’union, par exemple contoso. Il devient le premier domaine, contoso.guesthouse.internal.",
  "set-up.administrator": "Administrateur",
  "set-up.your-name": "Votre nom",
  "set-up.email-hint": "Elle vous servira à vous connecter.",
  "set-up.password-hint": "Au moins 10 caractères ; plusieurs mots conviennent bien.",
  "set-up.create": "Créer l’organisation",
  "set-up.error.organisation-name": "Saisissez le nom de l’organisation.",
  "set-up.error.initial-domain":
    "Le nom court se compose uniquement de lettres, de chiffres et de traits d’union, de 1 à 27.",
  "set-up.error.display-name": "Saisissez votre nom.",
  "set-up.error.password-short": "Le mot de passe est trop court. Prenez au moins 10 caractères.",

  "demo.title": "Démonstration de Guesthouse",
  "demo.lead": "Invitez quelqu’un, ouvrez son e-mail, acceptez et regardez la connexion.",
  "demo.invite": "Inviter quelqu’un",
  "demo.invite-note": "en tant que membre de Contoso",
  "demo.mailbox": "Ouvrir son e-mail",
  "demo.mailbox-note": "tout ce qui a été envoyé d’ici",
  "demo.tester": "Tester la connexion",
  "demo.tester-note": "requêtes, réponses, jetons",
  "demo.my-apps": "Mes applications",
  "demo.my-apps-note": "ce qu’un invité peut ouvrir",
  "demo.accounts": "Comptes à essayer",
  "demo.person": "Personne",
  "demo.roles": "Rôles",
  "demo.password-of": "mot de passe de {person}",
  "demo.graph": "Graph se trouve à l’adresse",

  "invite.title": "Inviter",
  "invite.addresses": "Qui invitez-vous ?",
  "invite.addresses-hint": "Une adresse e-mail par ligne, ou plusieurs séparées par des virgules.",
  "invite.display-name": "Nom",
  "invite.display-name-hint":
    "Seulement si vous invitez une seule personne. Sinon, les noms viennent des adresses.",
  "invite.application": "Où mène le lien",
  "invite.my-apps": "Mes applications",
  "invite.message": "Votre message",
  "invite.message-hint": "Texte simple ; il figure dans l’e-mail comme le vôtre.",
  "invite.message-language": "Langue de l’e-mail",
  "invite.lifetime-days": "Validité du lien en jours",
  "invite.preview": "Voir ce qui va se passer",
  "invite.error.addresses-missing": "Saisissez au moins une adresse e-mail.",
  "invite.error.addresses-many": "Invitez au plus {limit} personnes à la fois.",
  "invite.error.name-for-one": "Un nom ne convient que si vous invitez une seule personne.",
  "invite.error.message-long": "Le message dépasse {limit} caractères. Raccourcissez-le.",
  "invite.error.lifetime": "Choisissez un nombre de jours entre 1 et {limit}.",
  "invite.error.application": "Cette application n’existe plus. Choisissez-en une autre.",
  "invite.done.sent":
    "{count, plural, one {# invitation est en route.} other {# invitations sont en route.}}",
  "invite.done.links":
    "{count, plural, one {# lien est prêt à être copié ci-dessous.} other {# liens sont prêts à être copiés ci-dessous.}}",
  "invite.error.gone":
    "Cette invitation ne peut plus être modifiée : elle a été acceptée, l’invité a été supprimé ou quelqu’un d’autre l’a créée.",
  "invite.done.resent":
    "Un e-mail avec un nouveau lien pour {address} est en route. Les liens précédents restent valables jusqu’à leur fin.",
  "invite.done.new-link":
    "Le nouveau lien pour {address} est ci-dessous ; copiez-le maintenant, il ne sera plus affiché. Les liens précédents restent valables jusqu’à leur fin.",
  "invite.done.revoked": "L’invitation de {address} est retirée. Plus aucun lien vers elle ne fonctionne.",

  "preview.title": "Ce qui va se passer",
  "preview.new-guest": "devient un nouvel invité et reçoit une invitation",
  "preview.fresh-link": "est déjà invité et reçoit un nouveau lien",
  "preview.already-accepted": "est déjà un invité et peut se connecter ; rien n’est envoyé",
  "preview.member": "est membre ici et n’a pas besoin d’invitation ; rien n’est envoyé",
  "preview.bad-address": "n’est pas une adresse e-mail complète ; rien n’est envoyé",
  "preview.domain-refused":
    "ne peut pas être invité : votre organisation n’autorise pas ce domaine ; rien n’est envoyé",
  "preview.twice": "figure deux fois dans la liste ; est invité une fois",
  "preview.lands-on": "Le lien mène à {application}.",
  "preview.send": "{count, plural, one {Envoyer # invitation} other {Envoyer # invitations}}",
  "preview.links-only": "Copier seulement les liens",
  "preview.nothing-to-send": "Aucune de ces adresses ne peut être invitée.",
  "preview.change": "Modifier",

  "list.title": "Invitations jusqu’ici",
  "list.empty":
    "Personne n’a encore été invité. Les personnes que vous invitez apparaîtront ici, avec le sort de leur e-mail.",
  "list.guest": "Invité",
  "list.mail": "E-mail",
  "list.state": "Invitation",
  "list.dates": "Dates",
  "list.actions": "Actions",
  "list.to-application": "vers {application}",
  "list.link-of": "Lien pour {address}",
  "list.mail-queued": "En attente d’envoi",
  "list.mail-sent": "Envoyé",
  "list.see-mailbox": "Le voir dans la boîte",
  "list.mail-failed": "Non remis",
  "list.mail-not-wanted": "Sans e-mail",
  "list.pending": "En attente",
  "list.accepted": "Acceptée",
  "list.expired": "Expirée",
  "list.revoked": "Retirée",
  "list.created": "Invité le {when}",
  "list.expires": "Valable jusqu’au {when}",
  "list.resend": "Renvoyer",
  "list.new-link": "Nouveau lien",
  "list.revoke": "Retirer",
  "list.paging": "Pages",
  "list.newer": "Plus récentes",
  "list.older": "Plus anciennes",

  "problem.this-application": "cette application",
  "problem.your-account": "votre compte",
  "problem.ask-inviter-at": "Demandez une nouvelle invitation à {inviter} ({address}).",
  "problem.ask-inviter-named": "Demandez une nouvelle invitation à {inviter}.",
  "problem.ask-organisation": "Demandez une nouvelle invitation à {organisation}.",
  "problem.application-owner":
    "Prévenez les personnes qui gèrent l’application. Les détails ci-dessous les aideront à la corriger.",
  "problem.next.requests": "Ouvrir les demandes",
  "problem.next.my-apps": "Ouvrir Mes applications",
  "problem.next.other-account": "Utiliser un autre compte",
  "problem.next.start-again": "Recommencer",
  "problem.next.try-again": "Réessayer",
  "problem.expired.title": "Cette invitation a expiré",
  "problem.expired.what": "L’invitation était valable pour un temps limité, qui est écoulé.",
  "problem.expired.what-on": "L’invitation a pris fin le {when}.",
  "problem.revoked.title": "Cette invitation a été retirée",
  "problem.revoked.what":
    "{organisation} a retiré ce lien. Si vous avez reçu un e-mail plus récent, ouvrez le lien de celui-ci.",
  "problem.revoked.what-on":
    "{organisation} a retiré ce lien le {when}. Si vous avez reçu un e-mail plus récent, ouvrez le lien de celui-ci.",
  "problem.already-accepted.title": "Vous avez déjà accepté",
  "problem.already-accepted.what": "Cette invitation a déjà été acceptée.",
  "problem.already-accepted.what-on": "Cette invitation a été acceptée le {when}.",
  "problem.already-accepted.todo":
    "Vous n’avez plus besoin de lien : connectez-vous avec le compte utilisé alors.",
  "problem.wrong-account.title": "Cette invitation est pour quelqu’un d’autre",
  "problem.wrong-account.what":
    "Vous êtes connecté avec {address}, mais l’invitation a été faite pour une autre adresse.",
  "problem.wrong-account.todo": "Continuez avec le compte invité, ou demandez une invitation pour celui-ci.",
  "problem.account-disabled.title": "Votre accès est désactivé",
  "problem.account-disabled.what": "{organisation} a désactivé le compte qu’elle tient pour vous.",
  "problem.account-disabled.todo": "Demandez à {organisation} de le réactiver.",
  "problem.guest-deleted.title": "Vous n’êtes plus un invité ici",
  "problem.guest-deleted.what":
    "{organisation} a supprimé le compte d’invité auquel cette invitation appartenait.",
  "problem.domain-refused.title": "Cette invitation ne peut pas être acceptée pour le moment",
  "problem.domain-refused.what":
    "{organisation} ne travaille pas avec les adresses de votre domaine. Votre invitation est conservée au cas où cela change.",
  "problem.domain-refused.todo":
    "Demandez à la personne qui vous a invité, ou à {organisation}. Vous pouvez aussi être invité de nouveau avec une adresse d’un autre domaine.",
  "problem.unknown-link.title": "Ce lien ne mène nulle part",
  "problem.unknown-link.what":
    "Aucune invitation ne correspond à ce lien. Peut-être a-t-il été coupé en le copiant.",
  "problem.unknown-link.todo":
    "Ouvrez le lien dans l’e-mail lui-même, ou demandez-en un nouveau à la personne qui vous a invité.",
  "problem.other-browser.title": "Continuez dans le navigateur de départ",
  "problem.other-browser.what":
    "Cette étape appartient à une connexion commencée dans un autre navigateur ou une autre fenêtre, ou son cookie a été supprimé.",
  "problem.other-browser.todo":
    "Retournez dans ce navigateur, ou recommencez : ouvrez encore une fois l’application ou le lien de votre e-mail.",
  "problem.too-late.title": "Cela a pris trop de temps",
  "problem.too-late.what": "La connexion est restée ouverte trop longtemps et a été fermée par sécurité.",
  "problem.too-late.todo": "Recommencez : ouvrez encore une fois l’application ou le lien de votre e-mail.",
  "problem.rate-limited.title": "Trop d’essais",
  "problem.rate-limited.what":
    "Beaucoup de demandes sont venues de votre réseau ou pour cette adresse en peu de temps.",
  "problem.rate-limited.todo":
    "{minutes, plural, one {Attendez # minute, puis réessayez.} other {Attendez # minutes, puis réessayez.}}",
  "problem.server-trouble.title": "Quelque chose n’a pas marché chez nous",
  "problem.server-trouble.what": "Guesthouse n’a pas pu terminer cette étape.",
  "problem.server-trouble.todo":
    "Réessayez dans un instant. Si cela persiste, envoyez les détails ci-dessous aux personnes qui gèrent le service.",
  "problem.page-not-found.title": "Cette page n’existe pas",
  "problem.page-not-found.what": "Rien ne se trouve à cette adresse.",
  "problem.page-not-found.todo": "Vérifiez l’adresse, ou allez à vos applications.",
  "problem.not-in-organisation.title": "Vous n’êtes pas un invité de cette organisation",
  "problem.not-in-organisation.what": "{organisation} n’a ni membre ni invité avec ce compte ({address}).",
  "problem.not-in-organisation.todo":
    "Demandez une invitation à quelqu’un chez {organisation}, ou utilisez un autre compte.",
  "problem.not-assigned.title": "Vous n’avez pas accès à cette application",
  "problem.not-assigned.what":
    "{organisation} réserve l’accès à des personnes choisies ({application}). Votre compte n’en fait pas partie : {address}.",
  "problem.not-assigned.todo":
    "Demandez à être ajouté aux personnes qui gèrent l’application ({application}), ou utilisez un autre compte.",
  "problem.may-not-invite.title": "Vous ne pouvez pas inviter",
  "problem.may-not-invite.what":
    "{organisation} ne laisse inviter que certains membres. Votre compte n’en fait pas partie : {address}.",
  "problem.may-not-invite.todo": "Demandez le rôle Guest Inviter à un administrateur de {organisation}.",
  "problem.trial-over.title": "Ce test est terminé",
  "problem.trial-over.what": "Le lien a déjà servi, est trop ancien ou a été retiré.",
  "problem.trial-over.todo": "Demandez-en un nouveau à qui vous l’a envoyé.",
  "problem.not-asked.title": "Cette connexion n’a pas été demandée",
  "problem.not-asked.what":
    "La page de connexion d’une autre organisation vous a envoyé ici d’elle-même, et {organisation} n’a pas pu l’accepter.",
  "problem.not-asked.todo":
    "Commencez par l’application que vous voulez utiliser, ou par Mes applications. De là, vous arriverez à la page de connexion de votre organisation.",
  "problem.no-request.title": "Il n’y a rien à décider ici",
  "problem.no-request.what": "La demande a été retirée, a pris fin, ou ne relève pas de votre décision.",
  "problem.no-request.todo": "Consultez les demandes qui attendent votre décision.",
  "problem.may-not-manage-providers.title": "Vous ne pouvez pas gérer les fournisseurs d’identité",
  "problem.may-not-manage-providers.what":
    "Chez {organisation}, seuls certains le peuvent. Votre compte n’en fait pas partie : {address}.",
  "problem.may-not-manage-providers.todo":
    "Demandez le rôle External Identity Provider Administrator à un administrateur de {organisation}.",
  "flow-preview.title": "Pages d’une inscription",
  "flow-preview.lead": "Voyez ce que voient les personnes qui s’inscrivent, et dites-le avec vos mots.",
  "flow-preview.none": "Il n’y a pas encore de flux d’utilisateur. Créez-en un d’abord par Graph.",
  "flow-preview.flow": "Flux d’utilisateur",
  "flow-preview.page": "Page",
  "flow-preview.page.idpselections": "Adresse ou fournisseur",
  "flow-preview.page.check": "Vérification par votre API",
  "flow-preview.page.agree": "Accord",
  "flow-preview.page.selfasserted": "Questions",
  "flow-preview.page.sendcode": "Envoi d’un code",
  "flow-preview.page.code": "Saisie du code",
  "flow-preview.page.address": "Adresse à indiquer",
  "flow-preview.page.waiting": "Une personne décide",
  "flow-preview.page.denied": "Demande refusée",
  "flow-preview.page.blocked": "Arrêt par votre API",
  "flow-preview.page.refused": "Adresse non admise",
  "flow-preview.state": "État",
  "flow-preview.state.first": "À l’arrivée",
  "flow-preview.state.errors": "Avec des messages d’erreur",
  "flow-preview.state.other": "Dans l’autre cas",
  "flow-preview.width": "Largeur",
  "flow-preview.width.phone": "Téléphone",
  "flow-preview.width.desktop": "Ordinateur",
  "flow-preview.scheme": "Couleurs",
  "flow-preview.scheme.light": "Claires",
  "flow-preview.scheme.dark": "Sombres",
  "flow-preview.choose": "Voir",
  "flow-preview.frame": "Aperçu de la page",
  "flow-preview.protected":
    "Ce qui dit aux personnes à quoi elles consentent est le même partout. Le nom de vos questions se change sur la page des questions.",
  "flow-preview.words": "Textes de la page",
  "flow-preview.questions": "Questions",
  "flow-preview.errors": "Messages d’erreur",
  "flow-preview.label": "{question} : libellé",
  "flow-preview.hint": "{question} : ligne en dessous",
  "flow-preview.empty": "Un champ vide laisse le texte tel qu’il est.",
  "flow-preview.show": "Montrer les changements",
  "flow-preview.save": "Enregistrer",
  "flow-preview.saved": "Enregistré. Tout le monde le voit d’ici trois secondes.",
  "flow-preview.wrong-braces": "Seuls ces noms peuvent figurer ici entre accolades : {names}",
  "flow-preview.no-braces": "Aucun nom entre accolades ne peut figurer ici.",

  "problem.may-not-manage-flows.title": "Vous ne pouvez pas gérer les inscriptions",
  "problem.may-not-manage-flows.what":
    "Chez {organisation}, seuls certains le peuvent. Votre compte n’en fait pas partie : {address}.",
  "problem.may-not-manage-flows.todo":
    "Demandez le rôle External ID User Flow Administrator à un administrateur de {organisation}.",
  "problem.unknown-application.title": "Cette application n’est pas connue ici",
  "problem.unknown-application.what":
    "L’application qui vous envoie n’est pas enregistrée auprès de {organisation}.",
  "problem.unknown-organisation.title": "Cette organisation n’est pas connue ici",
  "problem.unknown-organisation.what":
    "L’application qui vous envoie a demandé une organisation qui n’existe pas ici.",
  "problem.redirect.title": "La réponse irait au mauvais endroit",
  "problem.redirect.what":
    "La réponse devait aller à une adresse non enregistrée ({application}). Pour votre sécurité, elle a été arrêtée.",
  "problem.request-wrong.title": "L’application a mal formulé sa demande",
  "problem.request-wrong.what": "La demande est incomplète ou se contredit ({application}).",

  "sign-in.address-wrong": "Saisissez une adresse entière, par exemple nom@societe.example.",
  "sign-in.no-home":
    "Aucune organisation ici n’a cette adresse. Si vous êtes invité par l’une d’elles, ouvrez son application par le lien qu’elle vous a donné.",
  "sign-in.no-way": "Il n’y a pas de moyen de se connecter ici avec cette adresse. Utilisez-en une autre.",
  "sign-in.not-from-here":
    "Cette adresse n’appartient pas à cette organisation. Utilisez celle qu’elle vous a donnée.",
  "password.wrong": "L’adresse ou le mot de passe n’est pas correct. Vérifiez les deux et réessayez.",
  "password.too-many-tries":
    "Trop d’essais. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis réessayez.",
  "password.account-disabled":
    "Ce compte a été désactivé. Adressez-vous à l’administrateur de votre organisation.",
  "code.wrong": "Ce n’est pas le code que nous avons envoyé. Regardez l’e-mail le plus récent et réessayez.",
  "code.expired": "Ce code n’est plus valable. Envoyez-en un nouveau.",
  "code.used-up": "Trop d’essais erronés avec ce code. Envoyez-en un nouveau.",
  "code.too-many-codes":
    "Beaucoup de codes ont déjà été envoyés. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis envoyez-en un autre.",
  "code.too-many-tries":
    "Trop d’essais. Attendez {minutes, plural, one {# minute} other {# minutes}}, puis réessayez.",
  "terms.title": "Conditions d’utilisation",
  "terms.lead": "{organisation} vous demande de lire ce document et de l’accepter avant de continuer.",
  "terms.since": "En date du {date}",
  "terms.open-first": "Ouvrez d’abord le document ; vous pourrez ensuite l’accepter.",
  "terms.open": "Ouvrir le document",
  "terms.open-apart": "Ouvrir dans une fenêtre à part",
  "terms.download": "Télécharger",
  "terms.decline": "Refuser",
  "terms.changed": "Le document a changé entre-temps. Relisez-le avant de l’accepter.",
  "terms.mine": "Conditions que vous avez acceptées",
  "terms.accepted-on": "Acceptées le {date}",
  "terms.none": "Vous n’avez accepté aucune condition de {organisation}.",
  "problem.access-blocked.title": "Vous ne pouvez pas vous connecter ainsi",
  "problem.access-blocked.what":
    "Une règle de {organisation} ne laisse pas entrer {address} depuis cet endroit ou pour cette application.",
  "problem.access-blocked.todo":
    "Réessayez depuis votre réseau habituel. Si cela ne suffit pas, demandez à l’organisation et donnez-lui les détails ci-dessous.",
  "problem.other-provider.title": "Connectez-vous comme lors de votre accord",
  "problem.other-provider.what":
    "L’invitation de {organisation} a été acceptée par un autre moyen ({address}).",
  "problem.other-provider.todo":
    "Connectez-vous comme vous l’avez fait alors. Si ce n’est plus possible, demandez à {organisation} de réinitialiser votre accès.",
  "problem.sign-up-domain.title": "Vous ne pouvez pas vous inscrire avec cette adresse",
  "problem.sign-up-domain.what": "{organisation} n’accepte pas {address} pour cette application.",
  "problem.sign-up-domain.todo":
    "Utilisez votre adresse professionnelle, ou demandez une invitation à quelqu’un de {organisation}.",
  "problem.no-way.title": "Il n’y a pas de moyen de se connecter avec cette adresse",
  "problem.no-way.what": "{organisation} n’accepte aucun moyen de montrer que cette adresse est la vôtre.",
  "problem.no-way.todo": "Utilisez une autre adresse, ou adressez-vous à la personne qui vous a invité.",
  "problem.application-disabled.title": "Cette application est désactivée",
  "problem.application-disabled.what": "{organisation} l’a désactivée ({application}).",
  "problem.application-disabled.todo":
    "Adressez-vous aux personnes qui gèrent l’application ({application}).",
  "problem.admin-consent.title": "Un administrateur doit d’abord donner son accord",
  "problem.admin-consent.what":
    "{application} demande une chose que seul un administrateur de {organisation} peut autoriser.",
  "problem.admin-consent.todo":
    "Demandez à un administrateur de {organisation} de l’accepter pour tous, puis réessayez. Avec un compte d’administrateur, vous pouvez le faire vous-même.",
  "problem.consent-off.what":
    "Chez {organisation}, seuls les administrateurs décident de ce que {application} peut faire.",
  "problem.declined.title": "Rien n’a été accepté",
  "problem.declined.what": "Vous n’avez pas accepté : vous n’êtes pas devenu un invité de {organisation}.",
  "problem.declined.todo": "Vous pouvez fermer cette fenêtre, ou recommencer si vous changez d’avis.",
  "mailbox.title": "Boîte aux lettres",
  "mailbox.lead": "Tous les e-mails de cette démonstration sont gardés ici au lieu d’être envoyés.",
  "mailbox.recipient": "E-mails pour",
  "mailbox.recipient-hint": "Une adresse entière ou une partie",
  "mailbox.search": "Chercher",
  "mailbox.show-all": "Tout afficher",
  "mailbox.look-again": "Regarder à nouveau",
  "mailbox.none": "Aucun e-mail pour l’instant. Invitez quelqu’un, puis regardez de nouveau ici.",
  "mailbox.none-found": "Aucun e-mail pour {address} pour l’instant.",
  "mailbox.list": "E-mails, les plus récents d’abord",
  "mailbox.to": "À",
  "mailbox.received": "Reçu",
  "mailbox.all-mails": "Tous les e-mails",
  "mailbox.rendered": "Comme dans un logiciel de messagerie",
  "mailbox.plain-text": "Texte simple",
  "mailbox.headers": "En-têtes",
};
