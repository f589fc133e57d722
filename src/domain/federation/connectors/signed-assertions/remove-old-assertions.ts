import type { Machine } from "../../../../platform/machine.ts";
import { deleteOldAssertions } from "./assertion-store.ts";

/** Removes the notes of assertions that are too old to be sent again. */
export async function removeOldAssertions(machine: Machine): Promise<void> {
  await deleteOldAssertions(machine.database, machine.clock());
}
