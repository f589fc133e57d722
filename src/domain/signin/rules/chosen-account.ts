import { secondsAfter } from "../../../foundation/clock.ts";
import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import { type AccountStanding, type FreshnessDemand, isFresh } from "./account-standing.ts";
import { methodAtTenant } from "./home-realm.ts";
import type { Proof } from "./proof.ts";
import type { Method } from "./sign-in-facts.ts";
import { silentRefusal } from "./silent-refusal.ts";
import type { Situation } from "./situation.ts";
import type { Step } from "./step.ts";

export type Choice =
  | { readonly kind: "account"; readonly account: AccountStanding }
  | { readonly kind: "step"; readonly step: Step };

/** Which account of the browser session is meant, or the step that finds out. */
export function chosenAccount(situation: Situation): Choice {
  const { facts } = situation;
  const chosen = situation.accounts.find((candidate) => candidate.account.accountId === facts.accountId);
  if (chosen) return freshAccount(situation, chosen);
  const arrival = openArrival(situation);
  if (arrival) return step({ kind: "confirm-arrival", arrival });
  if (facts.method) return step(authenticate(situation, facts.method));
  switch (facts.purpose.kind) {
    case "redeem":
      return accountForInvitation(situation);
    case "vouch":
      if (facts.useAnother)
        return step({ kind: "identify", address: undefined, reason: "asked-for-another" });
      return situation.expectedAddress === undefined
        ? step({ kind: "identify", address: undefined, reason: "nobody-known" })
        : step(authenticate(situation, situation.expectedMethod));
    case "vouch-abroad":
      return accountForVisit(situation);
    default:
      return situation.prompt.kind === "none" ? silentAccount(situation) : accountForApplication(situation);
  }
}

/** A page with it that was left open must not sign anybody in later. */
const arrivalLifetimeSeconds = 600;

function openArrival({ facts, now }: Situation): Proof | undefined {
  const endsAt = secondsAfter(new Date(facts.startedAt), arrivalLifetimeSeconds);
  return now < endsAt ? facts.arrival : undefined;
}

function freshAccount(situation: Situation, chosen: AccountStanding): Choice {
  if (isFresh(chosen, demandOf(situation))) return { kind: "account", account: chosen };
  return step(authenticate(situation, methodOfAccount(situation, chosen)));
}

/** An account matches an invitation when it is that guest already, or proves the invited address. */
function accountForInvitation(situation: Situation): Choice {
  const demand = demandOf(situation);
  const fitting = situation.accounts.find(
    (candidate) => fitsInvitation(situation, candidate) && isFresh(candidate, demand),
  );
  if (fitting) return { kind: "account", account: fitting };
  const [other] = situation.accounts;
  const invitedAddress = situation.expectedAddress;
  if (
    other &&
    invitedAddress &&
    !situation.facts.continueAsInvited &&
    !situation.accounts.some((candidate) => fitsInvitation(situation, candidate))
  ) {
    return step({ kind: "wrong-account", signedIn: other, invitedAddress });
  }
  return step(authenticate(situation, situation.expectedMethod));
}

/** Whether an account is, or may become, the invited guest. */
export function fitsInvitation(situation: Situation, candidate: AccountStanding): boolean {
  const { standing } = candidate;
  return (
    (standing.kind === "user" || standing.kind === "pending-guest") &&
    standing.user.userId === situation.invitation?.userId
  );
}

/** `prompt=none`: exactly one account can answer, or nobody does. */
function silentAccount(situation: Situation): Choice {
  const able = usableAccounts(situation).filter(
    (candidate) => matchesHints(situation, candidate) && isFresh(candidate, demandOf(situation)),
  );
  const [only, second] = able;
  if (!only) return step({ kind: "refused", code: silentRefusal(situation) });
  if (second) return step({ kind: "refused", code: "several-accounts" });
  return { kind: "account", account: only };
}

function accountForApplication(situation: Situation): Choice {
  const { prompt, facts, expectedAddress } = situation;
  if (facts.useAnother) return step({ kind: "identify", address: undefined, reason: "asked-for-another" });
  const hinted = expectedAddress !== undefined;
  if (prompt.kind === "interactive" && prompt.selectAccount) {
    return situation.accounts.length > 0
      ? step({ kind: "pick-account", reason: "asked-to-pick" })
      : step(stepForNobody(situation));
  }
  const usable = usableAccounts(situation);
  if (prompt.kind === "interactive" && prompt.login) {
    if (hinted) return step(authenticate(situation, situation.expectedMethod));
    return step({ kind: "identify", address: usable[0]?.account.email, reason: "must-prove-again" });
  }
  if (hinted) {
    const match = usable.find((candidate) => matchesHints(situation, candidate));
    return match ? freshAccount(situation, match) : step(authenticate(situation, situation.expectedMethod));
  }
  const [only, second] = usable;
  if (only && !second) return freshAccount(situation, only);
  if (only) return step({ kind: "pick-account", reason: "several-accounts" });
  return situation.accounts.length > 0
    ? step({ kind: "pick-account", reason: "none-belongs-here" })
    : step(stepForNobody(situation));
}

/** Which of the tenant's own people the organisation elsewhere means: the one it hints at, or whoever is signed in. */
function accountForVisit(situation: Situation): Choice {
  const { facts, prompt, expectedAddress, expectedMethod } = situation;
  if (facts.useAnother) return step({ kind: "identify", address: undefined, reason: "asked-for-another" });
  const [only, second] = situation.accounts.filter((candidate) => matchesHints(situation, candidate));
  const mustProve = prompt.kind === "interactive" && prompt.login;
  if (only && second && !mustProve) return step({ kind: "pick-account", reason: "several-accounts" });
  if (only && !mustProve) return freshAccount(situation, only);
  return expectedMethod?.kind === "password"
    ? step(authenticate(situation, expectedMethod))
    : step({
        kind: "identify",
        address: expectedAddress,
        reason: mustProve ? "must-prove-again" : "nobody-known",
      });
}

/** A `domain_hint` spares people of that organisation the question who they are. */
function stepForNobody(situation: Situation): Step {
  const { hintedHome, hintedProvider: providerId, tenantId } = situation;
  if (providerId !== undefined) return askProvider(situation, { kind: "provider", providerId, address: "" });
  return hintedHome !== undefined && hintedHome !== tenantId
    ? { kind: "federate", homeTenantId: hintedHome, address: "" }
    : { kind: "identify", address: undefined, reason: "nobody-known" };
}

/** Accounts that belong to the tenant; without a tenant, all. */
function usableAccounts(situation: Situation): readonly AccountStanding[] {
  return situation.tenantId === undefined
    ? situation.accounts
    : situation.accounts.filter(
        ({ standing }) => standing.kind === "user" || standing.kind === "pending-guest",
      );
}

function matchesHints(situation: Situation, candidate: AccountStanding): boolean {
  if (situation.expectedAddress === undefined) return true;
  const expected = situation.expectedAddress.toLowerCase();
  const { standing, account } = candidate;
  const names = [account.email, ...candidate.provenAddresses];
  if (standing.kind === "user")
    names.push(standing.user.userPrincipalName, standing.user.mail, standing.user.userId);
  return names.some((name) => name?.toLowerCase() === expected);
}

function authenticate(situation: Situation, method: Method | undefined): Step {
  if (!method) return { kind: "refused", code: "no-way-to-prove" };
  switch (method.kind) {
    case "password":
      return { kind: "password", address: method.address };
    case "tenant":
      return { kind: "federate", homeTenantId: method.homeTenantId, address: method.address };
    case "provider":
      return askProvider(situation, method);
    case "email-code": {
      const { codeSentAt } = situation.facts;
      return codeSentAt === undefined
        ? { kind: "send-code", address: method.address }
        : { kind: "enter-code", address: method.address, sentAt: new Date(codeSentAt) };
    }
  }
}

function askProvider(
  { facts, mayUseCode, hintedProvider, switchedOff, prompt }: Situation,
  { providerId, address }: Extract<Method, { readonly kind: "provider" }>,
): Step {
  const { providerFailure } = facts;
  // Guests stay bound to it, so they are told, and not led elsewhere.
  if (switchedOff.includes(providerId))
    return { kind: "provider-failed", providerId, address, reason: "switched-off", mayUseCode };
  return providerFailure?.providerId === providerId
    ? { kind: "provider-failed", providerId, address, reason: providerFailure.reason, mayUseCode }
    : {
        kind: "ask-provider",
        providerId,
        address,
        // Whoever was to choose, or has typed or chosen something, would be surprised to find themselves elsewhere.
        isHinted:
          providerId === hintedProvider &&
          facts.method === undefined &&
          facts.accountId === undefined &&
          !(prompt.kind === "interactive" && prompt.selectAccount),
      };
}

/** The same account proves itself again the way it did before. */
function methodOfAccount(situation: Situation, { account }: AccountStanding): Method {
  const address = account.email ?? account.subject;
  if (account.provider) return { kind: "provider", providerId: account.provider.providerId, address };
  const homeTenantId = homeTenantOfIssuer(account.issuer);
  return homeTenantId
    ? methodAtTenant(homeTenantId, situation.tenantId, address)
    : { kind: "email-code", address };
}

function demandOf(situation: Situation): FreshnessDemand {
  return {
    now: situation.now,
    startedAt: new Date(situation.facts.startedAt),
    login: situation.prompt.kind === "interactive" && situation.prompt.login,
    maxAgeSeconds: situation.maxAgeSeconds,
    provenSince: situation.provenSince,
  };
}

function step(next: Step): Choice {
  return { kind: "step", step: next };
}
