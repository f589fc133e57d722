import type { Machine } from "../../platform/machine.ts";
import { deleteChangesOlderThan } from "./directory-change-store.ts";

/** A day longer than a token for changes lives. */
const keptDays = 8;

/** Forgets changes of the directory that nobody can ask for any more; to be run about hourly on any node. */
export function removeOldChanges(machine: Machine): Promise<number> {
  return deleteChangesOlderThan(machine.database, keptDays);
}
