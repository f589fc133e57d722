import { secondsAfter } from "../../foundation/clock.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectStanding } from "./proof-store.ts";
import { proofLifetimeSeconds } from "./rules/authenticator-app.ts";
import type { HolderIds } from "./rules/factor-holder.ts";
import type { SecondFactorStanding } from "./rules/second-factor-standing.ts";

/** Whether a user of a tenant has an app there, and has entered a code of it in this browser and as this account. */
export function findSecondFactorStanding(
  handle: DatabaseHandle,
  { now, ...holder }: HolderIds & { readonly now: Date },
): Promise<SecondFactorStanding> {
  return selectStanding(handle, { ...holder, after: secondsAfter(now, -proofLifetimeSeconds) });
}
