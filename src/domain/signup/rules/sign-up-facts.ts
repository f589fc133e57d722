/** What somebody has said on the way to an account; kept on their journey, so that no reload or second tab loses it. */
export interface SignUpFacts {
  /** The account of the browser session that signs up: another one begins anew. */
  readonly accountId: string;
  /** When the person agreed that the organisation has them as its guest, ISO 8601. */
  readonly agreedAt?: string;
  /** As typed, by attribute. */
  readonly typed?: TypedAnswers;
  /** When all of it was found right, ISO 8601; typing again takes this back. */
  readonly answeredAt?: string;
  /** The address among the answers to which a code was mailed last, and when. */
  readonly codeSent?: { readonly address: string; readonly sentAt: string };
  /** Addresses among the answers that were proved by a code, in lower case. */
  readonly proven?: readonly string[];
}

/** Texts as they came from a form, by the id of the attribute; several where several can be chosen. */
export type TypedAnswers = Readonly<Record<string, readonly string[]>>;
