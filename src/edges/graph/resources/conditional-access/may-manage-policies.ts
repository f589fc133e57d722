import { type Caller, hasPermission, holdsRole, missingRole } from "../../caller.ts";

/** Throws unless the caller may decide by which rules people come in. */
export function checkMayManagePolicies(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "conditional-access-administrator", "security-administrator", "global-administrator")
  )
    throw missingRole("Conditional Access Administrator", "Security Administrator", "Global Administrator");
}

const readers = [
  "conditional-access-administrator",
  "security-administrator",
  "global-administrator",
  "security-reader",
  "global-reader",
] as const;

/** Throws unless the caller may know them. */
export function checkMayReadPolicies(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...readers))
    throw missingRole(
      "Conditional Access Administrator",
      "Security Administrator",
      "Security Reader",
      "Global Reader",
      "Global Administrator",
    );
}

/** Whether the caller might read them by their own address, too. */
export function mayReadPolicies(caller: Caller): boolean {
  return (
    hasPermission(caller, ["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"]) &&
    (caller.kind === "application" || holdsRole(caller, ...readers))
  );
}
