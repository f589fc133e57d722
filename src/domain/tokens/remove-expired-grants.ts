import { secondsAfter } from "../../foundation/clock.ts";
import type { Machine } from "../../platform/machine.ts";
import { deleteCodesExpiredBefore } from "./authorization-code-store.ts";
import { deleteDeviceAuthorizationsExpiredBefore } from "./device-authorization-store.ts";
import { deleteRefreshTokensExpiredBefore } from "./refresh-token-store.ts";

/** Rows are kept this long after their end, so that a late replay is still recognised. */
const keptSeconds = 24 * 3600;

/** Clears codes, device codes and refresh tokens that are long over; to be run about hourly on any node. */
export async function removeExpiredGrants(
  machine: Machine,
): Promise<{ codes: number; deviceCodes: number; refreshTokens: number }> {
  const before = secondsAfter(machine.clock(), -keptSeconds);
  return {
    codes: await deleteCodesExpiredBefore(machine.database, before),
    deviceCodes: await deleteDeviceAuthorizationsExpiredBefore(machine.database, before),
    refreshTokens: await deleteRefreshTokensExpiredBefore(machine.database, before),
  };
}
