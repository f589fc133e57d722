import { type Caller, holdsRole, missingRole } from "../../caller.ts";

/** Throws unless the caller may decide by which rules people come in. */
export function checkMayManagePolicies(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "conditional-access-administrator", "security-administrator", "global-administrator")
  )
    throw missingRole("Conditional Access Administrator", "Security Administrator", "Global Administrator");
}

/** Throws unless the caller may know them. */
export function checkMayReadPolicies(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(
      caller,
      "conditional-access-administrator",
      "security-administrator",
      "global-administrator",
      "security-reader",
      "global-reader",
    )
  )
    throw missingRole(
      "Conditional Access Administrator",
      "Security Administrator",
      "Security Reader",
      "Global Reader",
      "Global Administrator",
    );
}
