import { type Caller, hasPermission } from "../../caller.ts";

const sufficient = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Application.ReadWrite.OwnedBy",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** Whether a caller who came upon an application may read it; else they learn only that it exists. */
export function seesApplications(caller: Caller): boolean {
  return hasPermission(caller, sufficient) && (caller.kind === "application" || caller.access !== "oneself");
}
