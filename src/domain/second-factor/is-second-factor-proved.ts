import { secondsAfter } from "../../foundation/clock.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectProof } from "./proof-store.ts";
import { proofLifetimeSeconds } from "./rules/authenticator-app.ts";
import type { HolderIds } from "./rules/factor-holder.ts";

/**
 * When a user of a tenant last proved the second factor there, in this browser and as this account; undefined when they
 * did not, it is too long ago, the app was reset since, or their sessions were revoked.
 */
export function findSecondFactorProof(
  handle: DatabaseHandle,
  { now, ...holder }: HolderIds & { readonly now: Date },
): Promise<Date | undefined> {
  return selectProof(handle, { ...holder, after: secondsAfter(now, -proofLifetimeSeconds) });
}
