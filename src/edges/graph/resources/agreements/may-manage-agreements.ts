import { type Caller, holdsRole, missingRole } from "../../caller.ts";

const managers = [
  "conditional-access-administrator",
  "security-administrator",
  "global-administrator",
] as const;

/** Throws unless the caller may decide which terms there are. */
export function checkMayManageAgreements(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...managers))
    throw missingRole("Conditional Access Administrator", "Security Administrator", "Global Administrator");
}

/** Throws unless the caller may know them, and who accepted them. */
export function checkMayReadAgreements(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...managers, "security-reader", "global-reader"))
    throw missingRole(
      "Conditional Access Administrator",
      "Security Administrator",
      "Security Reader",
      "Global Reader",
      "Global Administrator",
    );
}
