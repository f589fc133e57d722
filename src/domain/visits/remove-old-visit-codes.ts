import type { Machine } from "../../platform/machine.ts";
import { deleteVisitCodesExpiredBefore } from "./visit-store.ts";

/** Clears codes that nobody can redeem any more; to be run about hourly on any node. */
export function removeOldVisitCodes(machine: Machine): Promise<void> {
  return deleteVisitCodesExpiredBefore(machine.database, machine.clock());
}
