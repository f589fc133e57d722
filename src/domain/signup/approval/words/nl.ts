import type { ApprovalTexts } from "./en.ts";

/** What mails about requests to sign up say, in Dutch. */
export const dutch: ApprovalTexts = {
  "from-name": "{organisation} via Guesthouse",
  "request-subject": "{person} vraagt om {application} te gebruiken",
  "request-preheader": "Keur het verzoek goed of wijs het af. Het eindigt op {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) vraagt om gast van {organisation} te worden en <b>{application}</b> te gebruiken.",
  "proven-by-organisation": "<b>{proof}</b> staat in voor dit adres.",
  "proven-by-code": "Het adres is bewezen met een code die ernaartoe is gestuurd.",
  answers: "{person} heeft geantwoord:",
  decide: "Goedkeuren of afwijzen",
  "decide-link-beside": "Werkt de knop niet? Open dit adres:",
  "decide-link-alone": "Keur goed of wijs af op dit adres:",
  "decide-until":
    "Het verzoek is open tot <b>{date}</b>. Er wordt niets aangemaakt voordat iemand goedkeurt, en wie het eerst beslist, beslist voor allen.",
  "unsure-title": "Kent u deze persoon niet?",
  unsure:
    "Vraag het eerst binnen {organisation} na, of wijs het verzoek af. {person} leest de reden die u opgeeft.",
  "request-why":
    "{organisation} stuurt u deze e-mail omdat u over registratieverzoeken beslist. Bezorgd door Guesthouse op {host}.",
  "approved-subject": "{organisation} heeft uw verzoek voor {application} goedgekeurd",
  "approved-preheader": "U kunt {application} nu gebruiken.",
  "approved-intro":
    "{organisation} heeft uw verzoek goedgekeurd. U bent nu gast en kunt <b>{application}</b> gebruiken.",
  "reason-label": "{organisation} schrijft:",
  open: "{application} openen",
  "open-link-beside": "Werkt de knop niet? Open dit adres:",
  "open-link-alone": "Open {application} op dit adres:",
  "sign-in": "Log in zoals u deed toen u het verzoek indiende.",
  "denied-subject": "{organisation} heeft uw verzoek voor {application} afgewezen",
  "denied-preheader": "Er is geen account aangemaakt.",
  "denied-intro":
    "{organisation} heeft uw verzoek om <b>{application}</b> te gebruiken afgewezen. Er is geen account voor u aangemaakt.",
  "denied-todo": "U kunt na één dag opnieuw een verzoek doen.",
  "denied-ask": "U kunt na één dag opnieuw een verzoek doen. Hebt u vragen, schrijf dan naar {contact}.",
  "decision-why":
    "{organisation} stuurt u deze e-mail omdat u met dit adres om een account hebt gevraagd. Bezorgd door Guesthouse op {host}.",
};
