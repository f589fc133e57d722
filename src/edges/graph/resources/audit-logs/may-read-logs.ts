import { type Caller, holdsRole, missingRole } from "../../caller.ts";

/** Logs tell who did what: people need a role for them, beside the application's permission. */
export function checkMayReadLogs(caller: Caller): void {
  if (caller.kind === "application") return;
  if (holdsRole(caller, "reports-reader", "security-reader", "global-reader", "global-administrator")) return;
  throw missingRole("Reports Reader", "Security Reader", "Global Reader", "Global Administrator");
}
