import type { ConditionalAccessPolicyId } from "../../../foundation/identifiers.ts";
import type { AccessCircumstances } from "./access-circumstances.ts";
import type { ConditionalAccessPolicy } from "./conditional-access-policy.ts";
import { policyApplies } from "./policy-applies.ts";

/** What a tenant's policies still demand of somebody before they may go on. */
export interface AccessDemand {
  /** Nothing that the person does helps. */
  readonly isBlocked: boolean;
  /** They have to enter a code of their authenticator app. */
  readonly secondFactor: boolean;
}

/** Whether somebody may go on as they are; also where no policy is in use. */
export function isDemandMet(demand: AccessDemand | undefined): boolean {
  return !demand?.isBlocked && !demand?.secondFactor;
}

/** What came of one policy, for the sign-in log. */
export interface PolicyOutcome {
  readonly policyId: ConditionalAccessPolicyId;
  readonly displayName: string;
  readonly isReportOnly: boolean;
  readonly result: "not-applied" | "fulfilled" | "blocked" | "second-factor-missing";
}

export interface AccessDecision {
  readonly demand: AccessDemand;
  readonly outcomes: readonly PolicyOutcome[];
}

/**
 * What all policies together demand. Every policy that applies has to be fulfilled; one that blocks cannot be. Those
 * that only report are worked out too, and demand nothing.
 */
export function decideAccess(
  policies: readonly ConditionalAccessPolicy[],
  circumstances: AccessCircumstances,
): AccessDecision {
  const outcomes = policies
    .filter(({ state }) => state !== "off")
    .map((policy): PolicyOutcome => {
      const { policyId, displayName, state, conditions } = policy;
      const named = { policyId, displayName, isReportOnly: state === "report" };
      if (!policyApplies(conditions, circumstances)) return { ...named, result: "not-applied" };
      return { ...named, result: resultOf(policy, circumstances) };
    });
  const isDemanded = (wanted: PolicyOutcome["result"]) =>
    outcomes.some(({ result, isReportOnly }) => result === wanted && !isReportOnly);
  return {
    demand: { isBlocked: isDemanded("blocked"), secondFactor: isDemanded("second-factor-missing") },
    outcomes,
  };
}

function resultOf(
  { controls }: ConditionalAccessPolicy,
  { isSecondFactorProved }: AccessCircumstances,
): PolicyOutcome["result"] {
  if (controls.blocks) return "blocked";
  return controls.secondFactor && !isSecondFactorProved ? "second-factor-missing" : "fulfilled";
}
