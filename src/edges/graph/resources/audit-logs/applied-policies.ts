import type { SignInEvent } from "../../../../domain/audit/list-events.ts";
import type { PolicyOutcome } from "../../../../domain/audit/rules/policy-outcome.ts";

const controlNames = {
  block: "Block",
  "second-factor": "Mfa",
  terms: "TermsOfUse",
} as const satisfies Readonly<Record<PolicyOutcome["controls"][number], string>>;

const results: Readonly<Record<PolicyOutcome["result"], readonly [enforced: string, reportOnly: string]>> = {
  "not-applied": ["notApplied", "reportOnlyNotApplied"],
  fulfilled: ["success", "reportOnlySuccess"],
  demanded: ["failure", "reportOnlyInterrupted"],
  blocked: ["failure", "reportOnlyFailure"],
};

/** Whether the policies in force that were about a sign-in let it through. */
export function conditionalAccessStatus(event: SignInEvent): "success" | "failure" | "notApplied" {
  const enforced = outcomesOf(event).filter(({ isReportOnly }) => !isReportOnly);
  if (enforced.some(({ result }) => result === "blocked" || result === "demanded")) return "failure";
  return enforced.some(({ result }) => result === "fulfilled") ? "success" : "notApplied";
}

/** What each policy said to a sign-in, as the wire shows it. */
export function appliedPolicies(event: SignInEvent) {
  return outcomesOf(event).map(({ policyId, displayName, isReportOnly, controls, result }) => ({
    id: policyId,
    displayName,
    enforcedGrantControls: controls.map((control) => controlNames[control]),
    enforcedSessionControls: [],
    result: results[result][isReportOnly ? 1 : 0],
  }));
}

function outcomesOf({ details }: SignInEvent): readonly PolicyOutcome[] {
  return (details["policies"] as readonly PolicyOutcome[] | undefined) ?? [];
}
