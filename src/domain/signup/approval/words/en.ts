/** What mails about requests to sign up say, in English. */
export const english = {
  "from-name": "{organisation} via Guesthouse",
  "request-subject": "{person} asks to use {application}",
  "request-preheader": "Approve or deny the request. It ends on {date}.",
  "request-intro":
    "<b>{person}</b> ({address}) asks to be a guest of {organisation} and to use <b>{application}</b>.",
  "proven-by-organisation": "<b>{proof}</b> vouches for this address.",
  "proven-by-code": "The address was proved by a code sent to it.",
  answers: "{person} answered:",
  decide: "Approve or deny",
  "decide-link-beside": "The button does not work? Open this address:",
  "decide-link-alone": "Approve or deny at this address:",
  "decide-until":
    "The request is open until <b>{date}</b>. Nothing is created before somebody approves, and whoever decides first decides for all.",
  "unsure-title": "You do not know this person?",
  unsure: "Ask in {organisation} first, or deny the request. {person} reads the reason you give.",
  "request-why":
    "{organisation} sends you this mail because you decide about requests to sign up. It was delivered by Guesthouse at {host}.",
  "approved-subject": "{organisation} approved your request for {application}",
  "approved-preheader": "You can use {application} now.",
  "approved-intro":
    "{organisation} approved your request. You are its guest now and can use <b>{application}</b>.",
  "reason-label": "{organisation} writes:",
  open: "Open {application}",
  "open-link-beside": "The button does not work? Open this address:",
  "open-link-alone": "Open {application} at this address:",
  "sign-in": "Sign in the way you did when you asked.",
  "denied-subject": "{organisation} denied your request for {application}",
  "denied-preheader": "No account was created.",
  "denied-intro":
    "{organisation} denied your request to use <b>{application}</b>. No account was created for you.",
  "denied-todo": "You can ask again after one day.",
  "denied-ask": "You can ask again after one day. If you have questions, write to {contact}.",
  "decision-why":
    "{organisation} sends you this mail because you asked for an account with this address. It was delivered by Guesthouse at {host}.",
} as const;

/** A full set of sentences. */
export type ApprovalTexts = Readonly<Record<keyof typeof english, string>>;
