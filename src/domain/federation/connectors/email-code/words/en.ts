/** What a mail with a one-time code says, in English. */
export const english = {
  "from-name": "{organisation} via Guesthouse",
  subject: "{code} is your code for {target}",
  preheader: "{code} – valid for {minutes, plural, one {# minute} other {# minutes}}. Give it to no one.",
  "for-application": "This is your code for <b>{application}</b> of <b>{organisation}</b>.",
  "for-organisation": "This is your code for <b>{organisation}</b>.",
  enter:
    "Enter it on the page where you asked for it. It works once, within {minutes, plural, one {# minute} other {# minutes}}.",
  place: "It was asked for from {place}.",
  "never-title": "Give this code to no one.",
  never: "Nobody at {organisation} or Guesthouse will ever ask you for it.",
  "unexpected-title": "You did not ask for a code?",
  unexpected:
    "Then somebody typed your address by mistake. Ignore this mail: without the code nobody can sign in as you.",
  why: "This mail was sent because your address was entered to sign in at {organisation}.",
} as const;

/** A full set of sentences. */
export type CodeTexts = Readonly<Record<keyof typeof english, string>>;
