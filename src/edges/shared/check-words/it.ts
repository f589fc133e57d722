import type { WordsOfChecks } from "./words-of-checks.ts";

export const italianChecks: WordsOfChecks = {
  settings: {
    title: "Ciò che è memorizzato sul provider è completo",
    remedy: "Modificare il provider e indicare l’impostazione segnalata.",
  },
  "endpoint-reached": {
    title: "Il server del provider risponde",
    remedy:
      "Controllare l’indirizzo, e che un firewall consenta a Guesthouse di raggiungerlo. Un indirizzo interno alla propria rete va autorizzato con GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "Il certificato del server è valido",
    remedy: "Chi gestisce il provider rinnova il certificato o invia con esso l’intera catena.",
  },
  "metadata-understood": {
    title: "Ciò che il provider pubblica su di sé è utilizzabile",
    remedy:
      "Indicare l’emittente stesso o l’indirizzo dei suoi metadati, e confrontare ciò che è pubblicato lì con la documentazione.",
  },
  "keys-readable": {
    title: "Le chiavi del provider si possono leggere",
    remedy: "Chi gestisce il provider pubblica le chiavi di firma all’indirizzo indicato nei metadati.",
  },
  "signing-certificates": {
    title: "Il certificato di firma è nel suo periodo di validità",
    remedy:
      "Chiedere al partner il certificato attuale, o indicare l’indirizzo dei metadati, così che sia letto in automatico.",
  },
  "client-credentials": {
    title: "Il provider conosce il nostro client e il suo segreto",
    remedy:
      "Confrontare l’ID client con quello registrato presso il provider, creare lì un nuovo segreto e memorizzarlo qui.",
  },
  "domains-proven": {
    title: "Ogni dominio consente al provider di rappresentarlo",
    remedy:
      "Il titolare del dominio pubblica il record TXT indicato, oppure si toglie il dominio al provider.",
  },
  "answer-understood": {
    title: "La risposta si può leggere",
    remedy:
      "Confrontare ciò che invia il provider con la pagina del suo tipo nella documentazione; il dettaglio dice che cosa manca.",
  },
  "answer-belongs-here": {
    title: "La risposta appartiene a questa richiesta",
    remedy:
      "Iniziare la prova da Guesthouse e non dal provider. Se è già così, cercare una seconda finestra che abbia risposto prima.",
  },
  "person-agreed": {
    title: "La persona ha eseguito l’accesso e ha accettato",
    remedy:
      "Accedere con un account che può usare l’applicazione presso il provider; il dettaglio è il motivo dato dal provider stesso.",
  },
  "code-redeemed": {
    title: "Il provider ha scambiato il codice con i token",
    remedy:
      "Confrontare ID client, segreto e URI di reindirizzamento con quanto registrato presso il provider.",
  },
  algorithm: {
    title: "Il token è firmato con un algoritmo ammesso",
    remedy: "Far firmare il provider con RS256, PS256, ES256 o EdDSA.",
  },
  decryption: {
    title: "La risposta si può decifrare",
    remedy:
      "Dare al partner il nostro certificato di cifratura attuale, o far inviare al provider la risposta senza cifratura.",
  },
  signature: {
    title: "La firma è di una delle chiavi del provider",
    remedy:
      "Indicare il certificato attuale del partner o l’indirizzo dei suoi metadati; dopo un cambio di chiavi le vecchie non valgono più.",
  },
  issuer: {
    title: "L’emittente è quello aggiunto",
    remedy: "Confrontare i due emittenti. Un altro emittente è un altro provider: aggiungerlo a parte.",
  },
  audience: {
    title: "La risposta è destinata a noi",
    remedy: "Inserire presso il provider il destinatario atteso (il nostro ID client o ID entità).",
  },
  destination: {
    title: "La risposta è stata inviata all’indirizzo giusto",
    remedy:
      "Inserire presso il provider il nostro indirizzo di risposta esattamente come indica la documentazione.",
  },
  recipient: {
    title: "L’asserzione indica il nostro indirizzo di risposta",
    remedy:
      "Inserire presso il provider il nostro indirizzo di risposta esattamente come indica la documentazione.",
  },
  nonce: {
    title: "Il token risponde proprio a questa richiesta",
    remedy: "Il provider deve restituire invariato il nonce della richiesta.",
  },
  time: {
    title: "Gli orari nella risposta sono corretti",
    remedy: "Regolare gli orologi di entrambi i server; possono differire al massimo di due minuti.",
  },
  "profile-read": {
    title: "Ciò che il provider sa della persona si può leggere",
    remedy: "Consentire all’applicazione, presso il provider, di leggere il profilo e gli indirizzi email.",
  },
  subject: {
    title: "La persona è indicata da un identificativo stabile",
    remedy:
      "Inviare per ogni persona un subject (un NameID non transitorio, o l’attestazione scelta), ogni volta lo stesso.",
  },
  "taken-once": {
    title: "La risposta è arrivata per la prima volta",
    remedy: "Ricominciare la prova: una risposta vale una volta.",
  },
  address: {
    title: "È arrivato anche un indirizzo email",
    remedy:
      "Far inviare al provider l’indirizzo della persona: l’attestazione email o l’attributo emailaddress.",
  },
  "address-verified": {
    title: "Il provider dichiara di aver verificato l’indirizzo",
    remedy:
      "Far inviare al provider email_verified con valore true, o verificare lì l’indirizzo dell’account.",
  },
  "domain-rule": {
    title: "L’indirizzo è in un dominio che il provider può rappresentare",
    remedy:
      "Accedere con un account del dominio del partner, o assegnare al provider il dominio dell’indirizzo.",
  },
};
