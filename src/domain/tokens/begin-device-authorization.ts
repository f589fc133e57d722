import { randomInt } from "node:crypto";
import { secondsAfter } from "../../foundation/clock.ts";
import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashOpaqueToken, newOpaqueToken } from "../../platform/secrets/opaque-token.ts";
import { insertDeviceAuthorization } from "./device-authorization-store.ts";
import { deviceCodeLifetimeSeconds } from "./rules/lifetimes.ts";
import type { TenantAlias } from "./rules/tenant-alias.ts";
import { userCodeFrom } from "./rules/user-code.ts";
import { digestOfUserCode } from "./user-code-digest.ts";

export interface DeviceCodes {
  /** For the device, which polls with it. */
  readonly deviceCode: string;
  /** For the person, who types it elsewhere. */
  readonly userCode: string;
}

/** Two devices with one user code at a time are as good as impossible; three draws in vain are a fault. */
const draws = 3;
const randomRange = 2 ** 32;

/** Makes the two codes of a device's sign-in (RFC 8628 section 3.2); both are stored as digests only. */
export async function beginDeviceAuthorization(
  machine: Machine,
  asked: {
    readonly tenantId: TenantId | undefined;
    readonly alias: TenantAlias | undefined;
    readonly applicationId: ApplicationId;
    readonly scope: string;
    readonly askedFrom: string | undefined;
  },
): Promise<DeviceCodes> {
  const now = machine.clock();
  for (let draw = 0; draw < draws; draw++) {
    const deviceCode = newOpaqueToken();
    const userCode = userCodeFrom(() => randomInt(randomRange) / randomRange);
    const isStored = await insertDeviceAuthorization(machine.database, {
      ...asked,
      deviceCodeHash: hashOpaqueToken(deviceCode),
      userCodeDigest: digestOfUserCode(machine, userCode),
      createdAt: now,
      expiresAt: secondsAfter(now, deviceCodeLifetimeSeconds),
    });
    if (isStored) return { deviceCode, userCode };
  }
  throw new Error("every user code drawn belongs to another device");
}
