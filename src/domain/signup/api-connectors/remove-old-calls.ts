import type { Machine } from "../../../platform/machine.ts";
import { deleteConnectorCallsBefore } from "./connector-call-store.ts";

/** Calls carry what people said of themselves, so their log is short. */
const keptDays = 30;

/** Removes calls to organisations' APIs from the log once they are old. */
export function removeOldCalls(machine: Machine): Promise<void> {
  const before = new Date(machine.clock().getTime() - keptDays * 24 * 3600 * 1000);
  return deleteConnectorCallsBefore(machine.database, before);
}
