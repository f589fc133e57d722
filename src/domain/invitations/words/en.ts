/** What an invitation says, in English. */
export const english = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{inviter} invites you to {target}",
  "subject-from-organisation": "{inviter} invites you to {target}",
  "subject-no-target": "{inviter} invites you as a guest",
  preheader: "Accept the invitation of {organisation} ({domain}).",
  greeting: "Hello {recipient},",
  inviter: "<b>{name}</b>",
  "inviter-with-address": "<b>{name}</b> ({address})",
  organisation: "<b>{name}</b> ({domain})",
  "intro-to-application": "{inviter} of {organisation} invites you to use <b>{application}</b> as a guest.",
  intro: "{inviter} of {organisation} invites you as a guest.",
  "intro-from-organisation-to-application":
    "{organisation} invites you to use <b>{application}</b> as a guest.",
  "intro-from-organisation": "{organisation} invites you as a guest.",
  "message-label": "{inviter} writes:",
  "message-label-organisation": "{organisation} writes:",
  accept: "Accept invitation",
  "link-beside-button": "The button does not work? Open this address:",
  "link-alone": "Accept the invitation at this address:",
  "leads-to": "Once you have accepted, you go on to <b>{host}</b>.",
  until: "The invitation is open until <b>{date}</b>.",
  "no-end": "The invitation does not end.",
  "unexpected-title": "You did not expect this?",
  unexpected: "Then ignore this mail: nothing happens unless you accept.",
  "unexpected-ask":
    "Then ignore this mail: nothing happens unless you accept. If you are unsure, ask {contact} first.",
  why: "{organisation} sends you this mail because {inviter} entered your address to invite you. It was delivered by Guesthouse at {host}.",
  "why-organisation":
    "{organisation} sends you this mail because your address was entered to invite you. It was delivered by Guesthouse at {host}.",
} as const;

/** A full set of sentences. */
export type InvitationTexts = Readonly<Record<keyof typeof english, string>>;
