import type { SessionApplication } from "../../signin/rules/session-account.ts";

/** An account of a browser, as somebody who wants it signed out may refer to it. */
export interface SignedInAccount {
  readonly accountId: string;
  readonly address: string;
  readonly displayName: string;
  /** Every name a `logout_hint` may use for it, in small letters. */
  readonly names: readonly string[];
  /** Where it was signed in to. */
  readonly applications: readonly SessionApplication[];
}
