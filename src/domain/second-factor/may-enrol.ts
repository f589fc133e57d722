import { secondsAfter } from "../../foundation/clock.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { selectStanding } from "./proof-store.ts";
import { freshProofSeconds } from "./rules/authenticator-app.ts";
import { type FactorHolder, idsOfHolder } from "./rules/factor-holder.ts";

/**
 * Whether somebody may set up an app: only where they have none, or have just entered a code of the one they have. The
 * first proof alone must not be enough to put another app in the place of a person's own.
 */
export async function mayEnrol(
  machine: Machine,
  handle: DatabaseHandle,
  holder: FactorHolder,
): Promise<boolean> {
  const { isSetUp, provedAt } = await freshStanding(machine, handle, holder);
  return !isSetUp || provedAt !== undefined;
}

/** Whether a code was entered a moment ago, by this account in this browser. */
export async function isJustProved(
  machine: Machine,
  handle: DatabaseHandle,
  holder: FactorHolder,
): Promise<boolean> {
  return (await freshStanding(machine, handle, holder)).provedAt !== undefined;
}

function freshStanding(machine: Machine, handle: DatabaseHandle, holder: FactorHolder) {
  const after = secondsAfter(machine.clock(), -freshProofSeconds);
  return selectStanding(handle, { ...idsOfHolder(holder), after });
}
