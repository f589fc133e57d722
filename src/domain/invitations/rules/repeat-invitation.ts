import { type EmailAddress, emailDomain, normalizeEmailAddress } from "../../../foundation/email-address.ts";
import type { UserId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { allAddressesOf } from "../../directory/rules/mail-addresses.ts";

/** What the decision needs to know of a user who has to do with the address. */
export interface KnownUser {
  readonly userId: UserId;
  readonly isExternal: boolean;
  readonly redemptionState: "pending" | "accepted" | undefined;
  readonly accountEnabled: boolean;
  readonly mail: string | undefined;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
  readonly holdsDirectoryRole: boolean;
}

export type InvitationPlan =
  | { readonly step: "new-guest" }
  /** A guest who has not accepted yet: the same guest, a fresh link. */
  | { readonly step: "invite-again"; readonly userId: UserId }
  /** Nothing left to redeem: the link is a shortcut and nothing is mailed. */
  | { readonly step: "already-accepted"; readonly userId: UserId }
  | { readonly step: "reset"; readonly userId: UserId }
  /** An internal user who will sign in from outside once they accept. */
  | { readonly step: "convert"; readonly userId: UserId };

export type RepeatInvitationRefusal =
  | { readonly code: "own-domain" }
  | { readonly code: "domain-refused"; readonly domain: string }
  | { readonly code: "already-member"; readonly userId: UserId; readonly accountEnabled: boolean }
  | { readonly code: "email-not-on-user"; readonly userId: UserId }
  | { readonly code: "address-of-another-user"; readonly userId: UserId }
  | { readonly code: "reset-of-internal-user"; readonly userId: UserId }
  | { readonly code: "target-holds-role"; readonly userId: UserId };

export interface RepeatInvitationFacts {
  readonly email: EmailAddress;
  readonly isOwnDomain: boolean;
  /** Whether the organisation works together with people of the address's domain. */
  readonly isDomainOpen: boolean;
  /** Living users holding the address as mail, other mail or proxy address. */
  readonly holders: readonly KnownUser[];
  /** The user the inviter named. */
  readonly named: KnownUser | undefined;
  readonly resetRedemption: boolean;
  /** Whether the inviter may change how somebody with a directory role signs in. */
  readonly mayTouchRoleHolders: boolean;
}

/**
 * What an invitation does when the address, or the user named with it, already means somebody. Guests who have accepted
 * stay what they are, whatever domains are closed since: only what has to be accepted yet is refused for its domain.
 */
export function decideInvitation(
  facts: RepeatInvitationFacts,
): Result<InvitationPlan, RepeatInvitationRefusal> {
  const decision = decideByUsers(facts);
  return decision.ok && decision.value.step !== "already-accepted" && !facts.isDomainOpen
    ? refuse({ code: "domain-refused", domain: emailDomain(facts.email) })
    : decision;
}

function decideByUsers(facts: RepeatInvitationFacts): Result<InvitationPlan, RepeatInvitationRefusal> {
  if (facts.isOwnDomain) return refuse({ code: "own-domain" });
  if (facts.named !== undefined) return decideForNamedUser(facts, facts.named);

  const holder = mostFittingHolder(facts.email, facts.holders);
  if (holder === undefined) return accept({ step: "new-guest" });
  if (!holder.isExternal)
    return refuse({ code: "already-member", userId: holder.userId, accountEnabled: holder.accountEnabled });
  return accept(again(holder));
}

function decideForNamedUser(
  facts: RepeatInvitationFacts,
  named: KnownUser,
): Result<InvitationPlan, RepeatInvitationRefusal> {
  const { userId } = named;
  if (!allAddressesOf(named).has(normalizeEmailAddress(facts.email)))
    return refuse({ code: "email-not-on-user", userId });
  const other = facts.holders.find((holder) => holder.userId !== userId);
  if (other !== undefined) return refuse({ code: "address-of-another-user", userId: other.userId });
  if (named.isExternal && !facts.resetRedemption) return accept(again(named));
  if (!named.isExternal && facts.resetRedemption) return refuse({ code: "reset-of-internal-user", userId });
  // Resetting or converting hands the account to whoever owns the mailbox: for an administrator's account that
  // would be a way up.
  if (named.holdsDirectoryRole && !facts.mayTouchRoleHolders)
    return refuse({ code: "target-holds-role", userId });
  return accept({ step: named.isExternal ? "reset" : "convert", userId });
}

/** An external user before an internal one, and the one whose main address it is before the others. */
function mostFittingHolder(email: EmailAddress, holders: readonly KnownUser[]): KnownUser | undefined {
  const normalized = normalizeEmailAddress(email);
  const closeness = (user: KnownUser) =>
    (user.isExternal ? 2 : 0) + (user.mail?.toLowerCase() === normalized ? 1 : 0);
  return [...holders].sort((left, right) => closeness(right) - closeness(left))[0];
}

function again(user: KnownUser): InvitationPlan {
  const step = user.redemptionState === "pending" ? "invite-again" : "already-accepted";
  return { step, userId: user.userId };
}
