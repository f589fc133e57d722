import type { MessageKey, PlainMessageKey } from "../words/words.ts";

/** The keys of a problem's sentences: what the page is called, what happened, what to do, and the button of the next step. */
interface ProblemTexts {
  readonly title: PlainProblemKey;
  readonly what: ProblemKey;
  /** The same with its date, where that is known. */
  readonly whatOn?: ProblemKey;
  /** `ask-inviter` names the inviter and the address where they are known. */
  readonly todo: ProblemKey | "ask-inviter";
  readonly next?: PlainProblemKey;
}

type ProblemKey = Exclude<Extract<MessageKey, `problem.${string}`>, `problem.ask-${string}`>;
type PlainProblemKey = Extract<PlainMessageKey, `problem.${string}`>;

const problems = {
  "invitation-expired": {
    title: "problem.expired.title",
    what: "problem.expired.what",
    whatOn: "problem.expired.what-on",
    todo: "ask-inviter",
  },
  "invitation-revoked": {
    title: "problem.revoked.title",
    what: "problem.revoked.what",
    whatOn: "problem.revoked.what-on",
    todo: "ask-inviter",
  },
  "invitation-already-accepted": {
    title: "problem.already-accepted.title",
    what: "problem.already-accepted.what",
    whatOn: "problem.already-accepted.what-on",
    todo: "problem.already-accepted.todo",
    next: "problem.next.my-apps",
  },
  /** The browser proved another person than the one invited, and switching was not possible. */
  "wrong-account": {
    title: "problem.wrong-account.title",
    what: "problem.wrong-account.what",
    todo: "problem.wrong-account.todo",
    next: "problem.next.other-account",
  },
  "account-disabled": {
    title: "problem.account-disabled.title",
    what: "problem.account-disabled.what",
    todo: "problem.account-disabled.todo",
  },
  "guest-deleted": {
    title: "problem.guest-deleted.title",
    what: "problem.guest-deleted.what",
    todo: "ask-inviter",
  },
  /** Invited, but the organisation has closed the domain since. */
  "domain-refused": {
    title: "problem.domain-refused.title",
    what: "problem.domain-refused.what",
    todo: "problem.domain-refused.todo",
  },
  "invitation-unknown": {
    title: "problem.unknown-link.title",
    what: "problem.unknown-link.what",
    todo: "problem.unknown-link.todo",
  },
  /** The transaction belongs to another browser, or its cookie is gone. */
  "other-browser": {
    title: "problem.other-browser.title",
    what: "problem.other-browser.what",
    todo: "problem.other-browser.todo",
  },
  "transaction-expired": {
    title: "problem.too-late.title",
    what: "problem.too-late.what",
    todo: "problem.too-late.todo",
  },
  "rate-limited": {
    title: "problem.rate-limited.title",
    what: "problem.rate-limited.what",
    todo: "problem.rate-limited.todo",
    next: "problem.next.try-again",
  },
  "server-trouble": {
    title: "problem.server-trouble.title",
    what: "problem.server-trouble.what",
    todo: "problem.server-trouble.todo",
    next: "problem.next.try-again",
  },
  "page-not-found": {
    title: "problem.page-not-found.title",
    what: "problem.page-not-found.what",
    todo: "problem.page-not-found.todo",
    next: "problem.next.my-apps",
  },
  /** Signed in with an account that is neither member nor guest of the organisation (AADSTS50020). */
  "not-in-organisation": {
    title: "problem.not-in-organisation.title",
    what: "problem.not-in-organisation.what",
    todo: "problem.not-in-organisation.todo",
    next: "problem.next.other-account",
  },
  /** The application lets in only people assigned to it (AADSTS50105). */
  "not-assigned": {
    title: "problem.not-assigned.title",
    what: "problem.not-assigned.what",
    todo: "problem.not-assigned.todo",
    next: "problem.next.other-account",
  },
  /** By a policy of the organisation, for which person, application or place ever. */
  "access-blocked": {
    title: "problem.access-blocked.title",
    what: "problem.access-blocked.what",
    todo: "problem.access-blocked.todo",
    next: "problem.next.other-account",
  },
  /** The guest accepted with another identity provider, which stays theirs until a reset. */
  "other-provider": {
    title: "problem.other-provider.title",
    what: "problem.other-provider.what",
    todo: "problem.other-provider.todo",
    next: "problem.next.other-account",
  },
  /** Whoever signs up must have an address in certain domains. */
  "sign-up-domain": {
    title: "problem.sign-up-domain.title",
    what: "problem.sign-up-domain.what",
    todo: "problem.sign-up-domain.todo",
    next: "problem.next.other-account",
  },
  "no-way-to-prove": {
    title: "problem.no-way.title",
    what: "problem.no-way.what",
    todo: "problem.no-way.todo",
    next: "problem.next.other-account",
  },
  "application-disabled": {
    title: "problem.application-disabled.title",
    what: "problem.application-disabled.what",
    todo: "problem.application-disabled.todo",
  },
  /** Only an administrator may consent to what is asked (AADSTS90094). */
  "admin-consent-required": {
    title: "problem.admin-consent.title",
    what: "problem.admin-consent.what",
    todo: "problem.admin-consent.todo",
    next: "problem.next.other-account",
  },
  /** What is asked is harmless, but people of the organisation may not consent themselves (AADSTS90094). */
  "consent-by-administrators-only": {
    title: "problem.admin-consent.title",
    what: "problem.consent-off.what",
    todo: "problem.admin-consent.todo",
    next: "problem.next.other-account",
  },
  /** The person chose Cancel on the permissions page. */
  "redemption-declined": {
    title: "problem.declined.title",
    what: "problem.declined.what",
    todo: "problem.declined.todo",
    next: "problem.next.start-again",
  },
  /** A signed-in member without the right to invite. */
  "trial-over": {
    title: "problem.trial-over.title",
    what: "problem.trial-over.what",
    todo: "problem.trial-over.todo",
  },
  /** A partner's provider sent somebody by itself, and may not, or proved nothing. */
  "not-asked": {
    title: "problem.not-asked.title",
    what: "problem.not-asked.what",
    todo: "problem.not-asked.todo",
    next: "problem.next.my-apps",
  },
  "may-not-manage-providers": {
    title: "problem.may-not-manage-providers.title",
    what: "problem.may-not-manage-providers.what",
    todo: "problem.may-not-manage-providers.todo",
    next: "problem.next.my-apps",
  },
  "may-not-manage-flows": {
    title: "problem.may-not-manage-flows.title",
    what: "problem.may-not-manage-flows.what",
    todo: "problem.may-not-manage-flows.todo",
    next: "problem.next.my-apps",
  },
  /** Taken back, forgotten, or not for whoever asks. */
  "no-request": {
    title: "problem.no-request.title",
    what: "problem.no-request.what",
    todo: "problem.no-request.todo",
    next: "problem.next.requests",
  },
  "may-not-invite": {
    title: "problem.may-not-invite.title",
    what: "problem.may-not-invite.what",
    todo: "problem.may-not-invite.todo",
    next: "problem.next.my-apps",
  },
  "unknown-application": {
    title: "problem.unknown-application.title",
    what: "problem.unknown-application.what",
    todo: "problem.application-owner",
  },
  "unknown-organisation": {
    title: "problem.unknown-organisation.title",
    what: "problem.unknown-organisation.what",
    todo: "problem.application-owner",
  },
  /** The application asked to answer at an address that is not registered for it (AADSTS50011). */
  "redirect-not-registered": {
    title: "problem.redirect.title",
    what: "problem.redirect.what",
    todo: "problem.application-owner",
  },
  /** Any other mistake in the application's request. */
  "request-wrong": {
    title: "problem.request-wrong.title",
    what: "problem.request-wrong.what",
    todo: "problem.application-owner",
  },
} as const satisfies Record<string, ProblemTexts>;

export type ProblemKind = keyof typeof problems;

export const problemTexts: Readonly<Record<ProblemKind, ProblemTexts>> = problems;
