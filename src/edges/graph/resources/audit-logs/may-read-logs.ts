import { type Caller, hasPermission, holdsRole, missingPermission, missingRole } from "../../caller.ts";

const readers = [
  "reports-reader",
  "security-reader",
  "security-administrator",
  "global-reader",
  "global-administrator",
] as const;
const readLogs = ["AuditLog.Read.All"];

/** Logs tell who did what: people need a role for them, beside the application's permission. */
export function checkMayReadLogs(caller: Caller): void {
  if (caller.kind === "application" || holdsRole(caller, ...readers)) return;
  throw missingRole("Reports Reader", "Security Reader", "Global Reader", "Global Administrator");
}

/** Whether the caller may know when people signed in: as those who may read the log of it. */
export function maySeeSignIns(caller: Caller): boolean {
  return hasPermission(caller, readLogs) && (caller.kind === "application" || holdsRole(caller, ...readers));
}

/** Throws 403 unless they may. */
export function checkMaySeeSignIns(caller: Caller): void {
  if (!hasPermission(caller, readLogs)) throw missingPermission(caller, readLogs);
  checkMayReadLogs(caller);
}
