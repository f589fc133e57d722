import type { User } from "../../directory/rules/user.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { Situation } from "./situation.ts";
import type { Step } from "./step.ts";

/**
 * What the tenant's policies ask of somebody who may otherwise go on: the hardest first. Undefined when they ask
 * nothing more.
 */
export function demandStep(situation: Situation, account: AccountStanding, user: User): Step | undefined {
  const { demand, prompt } = situation;
  if (!demand) return undefined;
  if (demand.isBlocked) return { kind: "refused", code: "access-blocked" };
  if (demand.secondFactor) return secondFactorStep(situation, account, user);
  const [agreementId] = demand.agreements;
  if (agreementId === undefined) return undefined;
  return prompt.kind === "none"
    ? { kind: "refused", code: "terms-required" }
    : { kind: "accept-terms", account, user, agreementId };
}

/** Whoever has no app yet sets one up: the first proof alone never takes the place of one that they have. */
function secondFactorStep({ prompt, secondFactor }: Situation, account: AccountStanding, user: User): Step {
  const isSetUp = secondFactor?.isSetUp === true;
  if (prompt.kind === "none")
    return { kind: "refused", code: isSetUp ? "second-factor-required" : "second-factor-not-set-up" };
  return { kind: isSetUp ? "enter-second-factor" : "set-up-second-factor", account, user };
}
