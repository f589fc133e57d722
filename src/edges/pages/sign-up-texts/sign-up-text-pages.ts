import type { MessageKey } from "../words/words.ts";

/** What one page of the way to an account says, by the id under which an organisation can put it in its own words. */
export interface TextPage {
  readonly words: Readonly<Record<string, MessageKey>>;
  readonly errors: Readonly<Record<string, MessageKey>>;
  /** What tells people to what they agree and who hears of them: nobody but us says it, so that it is the same everywhere. */
  readonly agreed: Readonly<Record<string, MessageKey>>;
  /** Whether the labels, hints and choices of the questions are spoken here. */
  readonly asksQuestions?: boolean;
}

/**
 * The pages of the way to an account, in their order. The ids are permanent: organisations' texts are kept under
 * them. The first and the third page are called as elsewhere, the others as we like.
 */
export const signUpTextPages = {
  idpselections: {
    words: {
      heading: "sign-up.title",
      intro: "sign-up.lead",
      sign_in_heading: "sign-in.title",
      to_application: "sign-in.to-application",
      email_label: "form.email",
      button_next: "form.next",
      divider: "sign-up.or",
      button_provider: "sign-up.with-provider",
      have_account: "sign-up.have-account",
      no_account: "sign-in.no-account",
      link_create_account: "sign-in.create-account",
    },
    errors: {
      AddressWrong: "sign-in.address-wrong",
      NoWayToSignIn: "sign-in.no-way",
      NoWayToSignUp: "sign-up.no-way",
    },
    agreed: {},
  },
  check: {
    words: {},
    errors: { ApiFailed: "sign-up.api-failed", TooManyTries: "sign-up.too-many-tries" },
    agreed: {
      heading: "sign-up.check-title",
      intro: "sign-up.check-lead",
      asking: "sign-up.check-asking",
      button_continue: "form.continue",
      button_again: "problem.next.try-again",
      button_cancel: "form.cancel",
    },
  },
  agree: {
    words: {},
    errors: {},
    agreed: {
      heading: "sign-up.agree-title",
      heading_of_request: "sign-up.ask-title",
      intro: "sign-up.agree-lead",
      intro_of_request: "sign-up.ask-lead",
      sees_heading: "review.sees-title",
      sees: "sign-up.sees",
      asks_heading: "sign-up.asks-title",
      approval_heading: "sign-up.approval-title",
      approval: "sign-up.approval",
      records_heading: "review.records-title",
      records: "review.records",
      manages_heading: "review.manages-title",
      manages: "review.manages",
      link_privacy: "review.privacy-of",
      link_terms: "review.terms-of",
      no_links: "review.no-links",
      button_continue: "form.continue",
      button_create: "sign-up.create",
      button_ask: "sign-up.ask",
      button_cancel: "form.cancel",
      leave: "review.leave-any-time",
    },
  },
  selfasserted1_1: {
    words: {
      heading: "sign-up.answers-title",
      heading_without_questions: "sign-up.agree-title",
      heading_of_request: "sign-up.ask-title",
      intro: "sign-up.answers-lead",
      intro_without_questions: "sign-up.ready-lead",
      intro_of_request: "sign-up.ready-to-ask",
      optional_label: "sign-up.optional",
      dropdown_empty: "sign-up.choose",
      button_create: "sign-up.create",
      button_ask: "sign-up.ask",
      button_cancel: "form.cancel",
    },
    errors: {
      SeveralErrors: "form.several-errors",
      Missing: "sign-up.error.missing",
      TooLong: "sign-up.error.too-long",
      NotOneLine: "sign-up.error.not-one-line",
      NotANumber: "sign-up.error.not-a-number",
      NotADate: "sign-up.error.not-a-date",
      NotAChoice: "sign-up.error.not-a-choice",
      NotAnAddress: "sign-up.error.not-an-address",
      TooManySignUps: "sign-up.too-many",
      TooManyTries: "sign-up.too-many-tries",
      AddressTaken: "sign-up.address-taken",
      ApiFailed: "sign-up.api-failed",
    },
    agreed: {},
    asksQuestions: true,
  },
  sendcode: {
    words: {
      heading: "send-code.title",
      to_application: "sign-in.to-application",
      intro: "send-code.explanation",
      button_send_code: "form.send-code",
      link_change_address: "sign-up.change-address",
    },
    errors: { TooManyCodes: "code.too-many-codes" },
    agreed: {},
  },
  code: {
    words: {
      heading: "code.title",
      intro: "code.explanation",
      code_label: "form.code",
      code_hint: "code.hint",
      button_verify: "form.verify",
      link_send_again: "code.send-again",
      link_send_again_in: "code.send-again-in",
      sent_again: "code.sent-again",
      link_change_address: "sign-up.change-address",
      nothing_came: "code.nothing-came",
    },
    errors: {
      CodeWrong: "code.wrong",
      CodeExpired: "code.expired",
      CodeUsedUp: "code.used-up",
      TooManyTries: "code.too-many-tries",
      TooManyCodes: "code.too-many-codes",
    },
    agreed: {},
  },
  address: {
    words: {
      heading: "sign-up.own-title",
      to_application: "sign-in.to-application",
      intro: "sign-up.own-lead",
      email_label: "form.email",
      button_next: "form.next",
      button_cancel: "form.cancel",
      have_account: "sign-up.have-account",
      link_sign_in: "sign-in.title",
    },
    errors: {
      AddressWrong: "sign-in.address-wrong",
      DomainNotTaken: "sign-up.no-way",
      AddressTaken: "sign-up.own-taken",
    },
    agreed: {},
  },
  waiting: {
    words: {
      heading: "sign-up.waiting-title",
      intro: "sign-up.waiting-lead",
      end: "sign-up.waiting-end",
      button_back: "sign-up.back-to",
      button_withdraw: "sign-up.withdraw",
    },
    errors: {},
    agreed: {},
  },
  denied: {
    words: {
      heading: "sign-up.denied-title",
      intro: "sign-up.denied-lead",
      reason: "sign-up.blocked-lead",
      again: "sign-up.denied-again",
      button_back: "sign-up.back-to",
    },
    errors: {},
    agreed: {},
  },
  blocked: {
    words: {
      heading: "sign-up.blocked-title",
      intro: "sign-up.blocked-lead",
      link_back: "sign-up.blocked-back",
      button_back: "sign-up.back-to",
      button_again: "problem.next.try-again",
    },
    errors: {},
    agreed: {},
  },
  refused: {
    words: {
      heading: "problem.sign-up-domain.title",
      intro: "problem.sign-up-domain.what",
      advice: "problem.sign-up-domain.todo",
      button_other_account: "problem.next.other-account",
      contact: "error.ask",
    },
    errors: {},
    agreed: {},
  },
} as const satisfies Readonly<Record<string, TextPage>>;

export type TextPageId = keyof typeof signUpTextPages;

/** The page of an id that came from outside. */
export function textPageOf(pageId: string): TextPage | undefined {
  return Object.hasOwn(signUpTextPages, pageId) ? signUpTextPages[pageId as TextPageId] : undefined;
}
