import type { WordsOfChecks } from "./words-of-checks.ts";

export const frenchChecks: WordsOfChecks = {
  settings: {
    title: "Ce qui est enregistré sur le fournisseur est complet",
    remedy: "Modifiez le fournisseur et indiquez le réglage nommé.",
  },
  "endpoint-reached": {
    title: "Le serveur du fournisseur répond",
    remedy:
      "Vérifiez l’adresse et qu’un pare-feu laisse passer Guesthouse. Une adresse de votre réseau doit être autorisée par GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "Le certificat du serveur est valable",
    remedy: "L’exploitant du fournisseur renouvelle le certificat ou envoie avec lui la chaîne entière.",
  },
  "metadata-understood": {
    title: "Ce que le fournisseur publie sur lui-même est utilisable",
    remedy:
      "Indiquez l’émetteur lui-même ou l’adresse de ses métadonnées, et comparez ce qui y est publié à la documentation.",
  },
  "keys-readable": {
    title: "Les clés du fournisseur sont lisibles",
    remedy:
      "L’exploitant du fournisseur publie les clés de signature à l’adresse que nomment les métadonnées.",
  },
  "signing-certificates": {
    title: "Le certificat de signature est dans ses dates",
    remedy:
      "Demandez au partenaire le certificat actuel, ou indiquez l’adresse des métadonnées pour qu’il soit lu tout seul.",
  },
  "client-credentials": {
    title: "Le fournisseur connaît notre client et son secret",
    remedy:
      "Comparez l’identifiant du client à celui enregistré chez le fournisseur, créez-y un nouveau secret et enregistrez-le ici.",
  },
  "domains-proven": {
    title: "Chaque domaine laisse le fournisseur parler pour lui",
    remedy:
      "Le propriétaire du domaine publie l’enregistrement TXT nommé, ou vous retirez le domaine au fournisseur.",
  },
  "answer-understood": {
    title: "La réponse est lisible",
    remedy:
      "Comparez ce qu’envoie le fournisseur à la page de son type dans la documentation ; le détail dit ce qui manque.",
  },
  "answer-belongs-here": {
    title: "La réponse correspond à cette demande",
    remedy:
      "Commencez le test dans Guesthouse et non chez le fournisseur. Si c’est le cas, une autre fenêtre a peut-être répondu avant.",
  },
  "person-agreed": {
    title: "La personne s’est connectée et a donné son accord",
    remedy:
      "Connectez-vous avec un compte qui peut utiliser l’application chez le fournisseur ; le détail est la raison qu’il donne.",
  },
  "code-redeemed": {
    title: "Le fournisseur a échangé le code contre des jetons",
    remedy:
      "Comparez identifiant du client, secret et URI de redirection à ce qui est enregistré chez le fournisseur.",
  },
  algorithm: {
    title: "Le jeton est signé par un algorithme accepté",
    remedy: "Faites signer le fournisseur avec RS256, PS256, ES256 ou EdDSA.",
  },
  decryption: {
    title: "La réponse peut être déchiffrée",
    remedy:
      "Donnez au partenaire notre certificat de chiffrement actuel, ou faites répondre le fournisseur sans chiffrement.",
  },
  signature: {
    title: "La signature vient d’une clé du fournisseur",
    remedy:
      "Indiquez le certificat actuel du partenaire ou l’adresse de ses métadonnées ; après un changement de clés, les anciennes ne comptent plus.",
  },
  issuer: {
    title: "L’émetteur est celui qui a été ajouté",
    remedy: "Comparez les deux émetteurs. Un autre émetteur est un autre fournisseur : ajoutez-le à part.",
  },
  audience: {
    title: "La réponse nous est destinée",
    remedy: "Saisissez chez le fournisseur l’audience attendue : notre identifiant de client ou d’entité.",
  },
  destination: {
    title: "La réponse a été envoyée à la bonne adresse",
    remedy:
      "Saisissez notre adresse de réponse chez le fournisseur exactement comme la montre la documentation.",
  },
  recipient: {
    title: "La déclaration nomme notre adresse de réponse",
    remedy:
      "Saisissez notre adresse de réponse chez le fournisseur exactement comme la montre la documentation.",
  },
  nonce: {
    title: "Le jeton répond à cette demande même",
    remedy: "Le fournisseur doit renvoyer sans changement le nonce de la demande.",
  },
  time: {
    title: "Les heures de la réponse sont justes",
    remedy: "Réglez les horloges des deux serveurs ; deux minutes d’écart sont admises.",
  },
  "profile-read": {
    title: "Ce que le fournisseur sait de la personne est lisible",
    remedy: "Autorisez l’application à lire le profil et les adresses chez le fournisseur.",
  },
  subject: {
    title: "La personne est nommée par quelque chose de durable",
    remedy:
      "Envoyez pour chaque personne un identifiant (un NameID non transitoire, ou la revendication choisie), toujours le même.",
  },
  "taken-once": {
    title: "La réponse est venue pour la première fois",
    remedy: "Recommencez le test : une réponse compte une seule fois.",
  },
  address: {
    title: "Une adresse e-mail est venue avec",
    remedy:
      "Faites envoyer l’adresse de la personne par le fournisseur : la revendication email ou l’attribut emailaddress.",
  },
  "address-verified": {
    title: "Le fournisseur dit avoir vérifié l’adresse",
    remedy:
      "Faites envoyer email_verified à true par le fournisseur, ou confirmez l’adresse dans le compte chez lui.",
  },
  "domain-rule": {
    title: "L’adresse est d’un domaine pour lequel le fournisseur peut parler",
    remedy:
      "Connectez-vous avec un compte du domaine du partenaire, ou donnez au fournisseur le domaine de l’adresse.",
  },
};
