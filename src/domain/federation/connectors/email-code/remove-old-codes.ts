import { secondsAfter } from "../../../../foundation/clock.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { deleteOldCodes } from "./code-store.ts";

/** A code is kept a day after its end, so that a late entry is told that it is late. */
const keptSeconds = 24 * 3600;

/** Removes mailed codes that ended long ago. */
export async function removeOldCodes(machine: Machine): Promise<void> {
  await deleteOldCodes(machine.database, secondsAfter(machine.clock(), -keptSeconds));
}
