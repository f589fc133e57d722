import { secondsAfter } from "../../foundation/clock.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { selectProof } from "./proof-store.ts";
import { freshProofSeconds } from "./rules/authenticator-app.ts";
import { type FactorHolder, idsOfHolder } from "./rules/factor-holder.ts";
import { selectFactor } from "./second-factor-store.ts";

/**
 * Whether somebody may set up an app: only where they have none, or have just entered a code of the one they have. The
 * first proof alone must not be enough to put another app in the place of a person's own.
 */
export async function mayEnrol(
  machine: Machine,
  handle: DatabaseHandle,
  holder: FactorHolder,
): Promise<boolean> {
  const { tenantId, userId } = holder.user;
  return (
    (await selectFactor(handle, tenantId, userId)) === undefined ||
    (await isJustProved(machine, handle, holder))
  );
}

/** Whether a code was entered a moment ago, by this account in this browser. */
export async function isJustProved(
  machine: Machine,
  handle: DatabaseHandle,
  holder: FactorHolder,
): Promise<boolean> {
  const after = secondsAfter(machine.clock(), -freshProofSeconds);
  return (await selectProof(handle, { ...idsOfHolder(holder), after })) !== undefined;
}
