import type { User } from "../../directory/rules/user.ts";
import { isOwnMember } from "../../visits/rules/is-own-member.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { Purpose } from "./sign-in-facts.ts";
import type { Situation } from "./situation.ts";
import type { Step } from "./step.ts";

/** An organisation elsewhere asks who its guest is: only members are vouched for, once they agree. */
export function visitStep(
  { visit, facts }: Situation,
  { visit: asked }: Extract<Purpose, { readonly kind: "vouch-abroad" }>,
  account: AccountStanding,
): Step {
  const user: User | undefined = account.standing.kind === "user" ? account.standing.user : undefined;
  if (!user || !isOwnMember(user)) return { kind: "refused", code: "visit-not-allowed" };
  if (!user.accountEnabled) return { kind: "refused", code: "account-disabled" };
  return visit?.isAgreed || facts.consentedAt
    ? { kind: "done", account, user }
    : { kind: "agree-visit", account, user, organisation: asked.organisation };
}
