import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Dutch. */
export const dutch: FactorTexts = {
  "from-name": "{organisation} via Guesthouse",
  "set-up-subject": "Authenticator-app toegevoegd bij {organisation}",
  "removed-subject": "Authenticator-app verwijderd bij {organisation}",
  "reset-subject": "Authenticator-app ingetrokken bij {organisation}",
  preheader: "Was u dit niet? Lees wat u moet doen.",
  "set-up-intro":
    "Op {date} is er een authenticator-app toegevoegd aan uw account <b>{address}</b> bij <b>{organisation}</b>.",
  "set-up-next": "Wanneer u zich daar aanmeldt, kan u om een code uit die app worden gevraagd.",
  "removed-intro":
    "Op {date} is de authenticator-app van uw account <b>{address}</b> bij <b>{organisation}</b> verwijderd.",
  "removed-next":
    "U kunt op elk moment een andere instellen. Misschien wordt u daar bij de volgende aanmelding om gevraagd.",
  "reset-intro":
    "Op {date} heeft een beheerder de authenticator-app van uw account <b>{address}</b> bij <b>{organisation}</b> ingetrokken.",
  "reset-next":
    "De codes ervan zijn niets meer waard. Bij de volgende aanmelding wordt u misschien gevraagd een andere in te stellen.",
  "not-you-title": "Was u dit niet, en hebt u er niemand om gevraagd?",
  "not-you-write": "Schrijf meteen naar {contact}: misschien kan iemand anders zich als u aanmelden.",
  "not-you-tell":
    "Laat het meteen weten aan de mensen die u bij {organisation} kent: misschien kan iemand anders zich als u aanmelden.",
  why: "{organisation} stuurt u deze e-mail zodat geen enkele wijziging in uw manier van aanmelden onopgemerkt blijft.",
};
