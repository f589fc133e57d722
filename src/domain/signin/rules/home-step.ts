import { homeTenantOfIssuer } from "../../directory/rules/external-identity.ts";
import type { AccountStanding } from "./account-standing.ts";
import { silentRefusal } from "./silent-refusal.ts";
import type { Situation } from "./situation.ts";
import type { SignInRefusal, Step } from "./step.ts";

/**
 * In whose tenant a request goes on that named none: told by the domain hint, by the address hinted or typed, or by who
 * is signed in. Only people who are at home in a tenant can be meant; a guest gets into the tenant of their host by its
 * own name.
 */
export function homeStep(situation: Situation): Step {
  const { facts, accounts, prompt } = situation;
  const silent = prompt.kind === "none";
  if (facts.home) return { kind: "go-home", ...facts.home };
  const chosen = accounts.find(({ account }) => account.accountId === facts.accountId);
  if (chosen) return goHomeOf(chosen);
  if (facts.useAnother) return { kind: "identify", address: undefined, reason: "asked-for-another" };
  if (prompt.kind === "interactive" && prompt.selectAccount && accounts.length > 0)
    return { kind: "pick-account", reason: "asked-to-pick" };
  const hinted = homeOfHints(situation);
  if (hinted) return { kind: "go-home", ...hinted };
  if (situation.expectedAddress !== undefined)
    return silent
      ? refused(silentRefusal(situation))
      : { kind: "identify", address: situation.expectedAddress, reason: "nobody-known" };
  const [only, second] = accounts;
  if (only && !second) return goHomeOf(only);
  if (only)
    return silent ? refused("several-accounts") : { kind: "pick-account", reason: "several-accounts" };
  return silent
    ? refused(silentRefusal(situation))
    : { kind: "identify", address: undefined, reason: "nobody-known" };
}

function homeOfHints({ hintedHome, expectedHome, expectedAddress: address }: Situation) {
  const tenantId = hintedHome ?? expectedHome;
  return tenantId && { tenantId, address };
}

function goHomeOf({ account }: AccountStanding): Step {
  const tenantId = homeTenantOfIssuer(account.issuer);
  if (tenantId === undefined) throw new Error("accounts without a home are no candidates");
  return { kind: "go-home", tenantId, address: account.email };
}

function refused(code: SignInRefusal): Step {
  return { kind: "refused", code };
}
