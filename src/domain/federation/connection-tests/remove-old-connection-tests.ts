import { secondsAfter } from "../../../foundation/clock.ts";
import type { Machine } from "../../../platform/machine.ts";
import { findingsLifetimeSeconds } from "../rules/test-state.ts";
import { deleteTestsBefore } from "./connection-test-store.ts";

/** Forgets tests, and what people's providers said of them on those. */
export async function removeOldConnectionTests(machine: Machine): Promise<void> {
  await deleteTestsBefore(machine.database, secondsAfter(machine.clock(), -findingsLifetimeSeconds));
}
