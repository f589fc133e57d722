import type { AgreementId } from "../../../foundation/identifiers.ts";
import type { PolicyOutcome } from "../../audit/rules/policy-outcome.ts";
import type { AccessCircumstances } from "./access-circumstances.ts";
import type { ConditionalAccessPolicy, GrantControls } from "./conditional-access-policy.ts";
import { policyApplies } from "./policy-applies.ts";

/** What a tenant's policies still demand of somebody before they may go on. */
export interface AccessDemand {
  /** Nothing that the person does helps. */
  readonly isBlocked: boolean;
  /** They have to enter a code of their authenticator app. */
  readonly secondFactor: boolean;
  /** Terms that have to be accepted, each once, in the order in which they are asked. */
  readonly agreements: readonly AgreementId[];
}

/** Whether somebody may go on as they are; also where no policy is in use. */
export function isDemandMet(demand: AccessDemand | undefined): boolean {
  return !demand || (!demand.isBlocked && !demand.secondFactor && demand.agreements.length === 0);
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
  const worked = policies
    .filter(({ state }) => state !== "off")
    .map(({ policyId, displayName, state, conditions, controls }) => {
      const applies = policyApplies(conditions, circumstances);
      const missing = applies ? missingControls(controls, circumstances) : [];
      const result = resultOf(applies, controls, missing);
      return {
        missing,
        outcome: {
          policyId,
          displayName,
          isReportOnly: state === "report",
          controls: namesOf(controls),
          result,
        },
      };
    });
  const inForce = worked.filter(({ outcome }) => !outcome.isReportOnly);
  const missing = inForce.flatMap((policy) => policy.missing);
  return {
    demand: {
      isBlocked: inForce.some(({ outcome }) => outcome.result === "blocked"),
      secondFactor: missing.includes("second-factor"),
      agreements: [
        ...new Set(missing.filter((control): control is AgreementId => control !== "second-factor")),
      ],
    },
    outcomes: worked.map(({ outcome }) => outcome),
  };
}

/** What a policy still asks for: all that lacks, or the first of several of which one is enough. */
function missingControls(
  { operator, secondFactor, agreementIds }: GrantControls,
  { isSecondFactorProved, acceptedAgreements }: AccessCircumstances,
): readonly ("second-factor" | AgreementId)[] {
  const wanted = [...(secondFactor ? (["second-factor"] as const) : []), ...agreementIds];
  const missing = wanted.filter((control) =>
    control === "second-factor" ? !isSecondFactorProved : !acceptedAgreements.includes(control),
  );
  if (operator === "and") return missing;
  return missing.length < wanted.length ? [] : missing.slice(0, 1);
}

function resultOf(
  applies: boolean,
  { blocks }: GrantControls,
  missing: readonly unknown[],
): PolicyOutcome["result"] {
  if (!applies) return "not-applied";
  if (blocks) return "blocked";
  return missing.length > 0 ? "demanded" : "fulfilled";
}

function namesOf({ blocks, secondFactor, agreementIds }: GrantControls): PolicyOutcome["controls"] {
  return [
    ...(blocks ? (["block"] as const) : []),
    ...(secondFactor ? (["second-factor"] as const) : []),
    ...(agreementIds.length > 0 ? (["terms"] as const) : []),
  ];
}
