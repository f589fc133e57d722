import type { InviteRefusal } from "../../../domain/invitations/rules/invite-refusal.ts";
import type { LandingUrlProblem } from "../../../domain/invitations/rules/redirect-url.ts";
import type { RowRefusal } from "./invite-row.ts";

/** What can be wrong with a row beside what an invitation itself is refused for. */
export type RowProblem =
  | RowRefusal
  | { readonly code: "sponsor-not-found" | "application-not-found"; readonly name: string }
  | { readonly code: "application-ambiguous"; readonly name: string };

type Explained = InviteRefusal | RowProblem;
type Of<Code, Refusal = Explained> = Refusal extends { readonly code: infer Known }
  ? Code extends Known
    ? Refusal
    : never
  : never;

const landingProblems: { readonly [Problem in LandingUrlProblem]: string } = {
  "not-absolute": "it must be a whole address such as https://app.contoso.example/",
  "scheme-not-web": "it must begin with https:// or http://",
  "carries-credentials": "it must not hold a user name or password",
  "too-long": "it is too long",
  "control-character": "it must not hold blanks, line ends or backslashes",
};

const sentences: { readonly [Code in Explained["code"]]: (refusal: Of<Code>) => string } = {
  "tenant-unknown": () => "There is no such organisation.",
  "inviter-unknown": () => "The inviting account does not exist or is disabled.",
  "invitations-turned-off": () => "This organisation's settings let nobody invite guests.",
  "only-inviters-invite": () =>
    "This organisation lets only administrators and people with the role Guest Inviter invite guests.",
  "only-members-invite": () => "This organisation does not let guests invite.",
  "only-administrators-invite-members": () =>
    "Only a User Administrator or Global Administrator may invite somebody as a member.",
  "only-administrators-reset": () =>
    "Only a Helpdesk Administrator, User Administrator or Global Administrator may do this to an account.",
  "target-holds-role": () =>
    "This person holds a directory role: only a Global Administrator may do this to them.",
  "email-missing": () => "The e-mail address is missing.",
  "email-malformed": () => "This is not an e-mail address.",
  "redirect-url-missing": () => "The address to go to after accepting is missing.",
  "redirect-url-unusable": ({ problem }) =>
    `The address to go to after accepting cannot be used: ${landingProblems[problem]}.`,
  "display-name-too-long": ({ limit }) => `The name is longer than ${limit} characters.`,
  "message-too-long": ({ length, limit }) => `The message has ${length} characters; ${limit} are the most.`,
  "language-malformed": ({ language }) => `"${language}" is not a language; write en, de or pt-BR.`,
  "too-many-copies": ({ count, limit }) => `${count} people would get a copy; ${limit} are the most.`,
  "copy-address-malformed": ({ address }) => `The copy's address "${address}" is not an e-mail address.`,
  "too-many-sponsors": ({ count, limit }) => `There would be ${count} sponsors; ${limit} are the most.`,
  "sponsor-unknown": ({ sponsorId }) => `There is no user or group with the id ${sponsorId} to be sponsor.`,
  "application-unknown": ({ applicationId }) => `There is no application with the id ${applicationId}.`,
  "user-unknown": ({ userId }) => `There is no user with the id ${userId}.`,
  "reset-needs-user": () => "The user to be reset is not named.",
  "lifetime-unusable": ({ longestDays }) => `A link can be valid for 1 to ${longestDays} days.`,
  "own-domain": () =>
    "The address belongs to this organisation's own domain: people there are members, not guests.",
  "domain-refused": ({ domain }) =>
    `This organisation does not work with people of ${domain}: see "guesthouse restrictions".`,
  "already-member": ({ accountEnabled }) =>
    accountEnabled
      ? "A member of this organisation has this address already."
      : "A member of this organisation has this address already; the account is disabled.",
  "email-not-on-user": () => "The user has another e-mail address.",
  "address-of-another-user": () => "Another user has this address too.",
  "reset-of-internal-user": () => "Only a guest's acceptance can be reset.",
  "too-many-cells": ({ count, expected }) =>
    `The row has ${count} cells and there are ${expected} columns; put text that holds the delimiter in double quotes.`,
  "send-mail-unclear": ({ text }) => `Whether to send a mail is "${text}"; write true or false.`,
  "lifetime-unclear": ({ text }) => `The lifetime is "${text}"; write a number of days, or never.`,
  "sponsor-not-found": ({ name }) => `Nobody in this organisation is "${name}", who should be sponsor.`,
  "application-not-found": ({ name }) => `There is no application "${name}".`,
  "application-ambiguous": ({ name }) =>
    `There are several applications "${name}"; give the client id instead.`,
};

/** Why a row or an invitation is refused, in a sentence for the person at the terminal. */
export function explainRefusal(refusal: Explained): string {
  const explain = sentences[refusal.code] as (refusal: Explained) => string;
  return explain(refusal);
}
