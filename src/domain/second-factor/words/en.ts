/** What the mails about authenticator apps say, in English. */
export const english = {
  "from-name": "{organisation} via Guesthouse",
  "set-up-subject": "Authenticator app added at {organisation}",
  "removed-subject": "Authenticator app removed at {organisation}",
  "reset-subject": "Authenticator app reset at {organisation}",
  preheader: "If this was not you, read what to do.",
  "set-up-intro":
    "On {date} an authenticator app was added to your account <b>{address}</b> at <b>{organisation}</b>.",
  "set-up-next": "When you sign in there, you may be asked for a code from it.",
  "removed-intro":
    "On {date} the authenticator app of your account <b>{address}</b> at <b>{organisation}</b> was removed.",
  "removed-next": "You can set up another one at any time, and may be asked to when you next sign in.",
  "reset-intro":
    "On {date} an administrator took the authenticator app away from your account <b>{address}</b> at <b>{organisation}</b>.",
  "reset-next":
    "Its codes are good for nothing any more. When you next sign in, you may be asked to set up another one.",
  "not-you-title": "This was not you, and you asked nobody for it?",
  "not-you-write": "Write to {contact} at once: somebody else may be able to sign in as you.",
  "not-you-tell":
    "Tell the people you know at {organisation} at once: somebody else may be able to sign in as you.",
  why: "{organisation} sends you this mail so that no change to the way you sign in goes unnoticed.",
} as const;

/** A full set of sentences. */
export type FactorTexts = Readonly<Record<keyof typeof english, string>>;
