import type { User } from "../../directory/rules/user.ts";
import type { SessionAccount } from "./session-account.ts";

/** What a signed-in account is to the tenant that somebody signs in to. */
export type Standing =
  /** A living user of the tenant: a member, or a guest who has accepted with exactly this identity. */
  | { readonly kind: "user"; readonly user: User }
  /** Invited, not accepted yet, and the account proves control of the invited address. */
  | {
      readonly kind: "pending-guest";
      readonly user: User;
      /** Whether the tenant still works together with the domain they were invited in. */
      readonly isDomainOpen: boolean;
    }
  /** A guest accepted with another identity holds this address: that provider stays theirs until a reset. */
  | { readonly kind: "other-provider"; readonly user: User }
  | { readonly kind: "stranger" };

export interface AccountStanding {
  readonly account: SessionAccount;
  readonly standing: Standing;
  /** Addresses the account's provider is entitled to vouch for. */
  readonly provenAddresses: readonly string[];
}

/** Whether an account may answer without the person proving themselves again. */
export interface FreshnessDemand {
  readonly now: Date;
  readonly startedAt: Date;
  /** `prompt=login`: only a proof made on this journey counts. */
  readonly login: boolean;
  readonly maxAgeSeconds: number | undefined;
  /** A proof made on this journey counts, whatever moment was asked for. */
  readonly provenSince: Date | undefined;
}

/**
 * OpenID Connect Core section 3.1.2.1 (`prompt=login`, `max_age`), and the tenant's own revocation: a proof older
 * than the user's last revocation is void.
 */
export function isFresh(subject: AccountStanding, demand: FreshnessDemand): boolean {
  const { authenticatedAt, expiresAt } = subject.account;
  if (expiresAt <= demand.now) return false;
  if (demand.login && authenticatedAt < demand.startedAt) return false;
  if (demand.provenSince && authenticatedAt < demand.provenSince && authenticatedAt < demand.startedAt)
    return false;
  if (demand.maxAgeSeconds !== undefined) {
    const ageSeconds = (demand.now.getTime() - authenticatedAt.getTime()) / 1000;
    if (ageSeconds > demand.maxAgeSeconds && authenticatedAt < demand.startedAt) return false;
  }
  return subject.standing.kind !== "user" || authenticatedAt >= subject.standing.user.sessionsValidFrom;
}
