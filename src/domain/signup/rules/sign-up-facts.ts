import type { ApiConnectorId } from "../../../foundation/identifiers.ts";

/** What somebody has said on the way to an account; kept on their journey, so that no reload or second tab loses it. */
export interface SignUpFacts {
  /** The account of the browser session that signs up: another one begins anew. */
  readonly accountId: string;
  /** How the organisation's own API took to them, before they agreed to anything. */
  readonly check?: OwnApiCheck;
  /** When the person agreed that the organisation has them as its guest, ISO 8601. */
  readonly agreedAt?: string;
  /** As typed, by attribute. */
  readonly typed?: TypedAnswers;
  /** When all of it was found right, ISO 8601; typing again takes this back. */
  readonly answeredAt?: string;
  /** The address, in lower case, that the person gave because nobody vouches for one; `proven` says whether it counts. */
  readonly ownAddress?: string | undefined;
  /** The address to which a code was mailed last, and when. */
  readonly codeSent?: { readonly address: string; readonly sentAt: string };
  /** Addresses that were proved by a code on this way, in lower case. */
  readonly proven?: readonly string[];
}

/** What came of asking the organisation's own API about somebody who has just proved who they are. Plain JSON. */
export interface OwnApiCheck {
  /** Which API was asked, and about which address: another one of either is a new question. */
  readonly connectorId: ApiConnectorId;
  readonly address: string;
  readonly found: "asking" | "passed" | "blocked" | "failed";
  /** Since when it is so, ISO 8601. */
  readonly at: string;
  /** Of an API that does not let the person go on, in its own words to them. */
  readonly message?: string;
}

/** The address that the person gave and proved; undefined while there is none. */
export function provenOwnAddress({ ownAddress, proven = [] }: SignUpFacts): string | undefined {
  return ownAddress !== undefined && proven.includes(ownAddress) ? ownAddress : undefined;
}

/** When a code was mailed to this address last, if it was the last one. */
export function codeSentTo({ codeSent }: SignUpFacts, address: string): Date | undefined {
  return codeSent?.address === address ? new Date(codeSent.sentAt) : undefined;
}

/** Texts as they came from a form, by the id of the attribute; several where several can be chosen. */
export type TypedAnswers = Readonly<Record<string, readonly string[]>>;
