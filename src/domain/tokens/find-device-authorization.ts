import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import { selectDeviceAuthorization } from "./device-authorization-store.ts";
import type { DeviceAuthorization } from "./rules/device-authorization.ts";
import { digestOfUserCode } from "./user-code-digest.ts";

/** What a device asked for, by the code it polls with. */
export function findDeviceByDeviceCode(
  machine: Machine,
  deviceCode: string,
): Promise<DeviceAuthorization | undefined> {
  return selectDeviceAuthorization(machine.database, { deviceCodeHash: hashOpaqueToken(deviceCode) });
}

/** The same by the digest of that code, as a journey keeps it. */
export function findDeviceByHash(
  machine: Machine,
  deviceCodeHash: Buffer,
): Promise<DeviceAuthorization | undefined> {
  return selectDeviceAuthorization(machine.database, { deviceCodeHash });
}

export type UserCodeRefusal =
  | { readonly code: "user-code-unknown" }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/**
 * The device that waits for somebody to type this code. RFC 8628 section 5.1: codes are short, so wrong ones are
 * counted per network; one that is over or decided is as unknown as one that never was.
 */
export async function findDeviceByUserCode(
  machine: Machine,
  typed: string,
  network: string,
): Promise<Result<DeviceAuthorization, UserCodeRefusal>> {
  const waitSeconds = await machine.limits.consume("device-code-tried-by-network", network);
  if (waitSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds: waitSeconds });
  const device = await selectDeviceAuthorization(machine.database, {
    userCodeDigest: digestOfUserCode(machine, typed),
  });
  if (device?.state !== "pending" || device.expiresAt <= machine.clock())
    return refuse({ code: "user-code-unknown" });
  await machine.limits.giveBack("device-code-tried-by-network", network);
  return accept(device);
}
