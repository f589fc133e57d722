import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { updatePendingDevice } from "./device-authorization-store.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";

/** What somebody let a device have. */
export interface DeviceApproval {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly grant: AuthorizationGrant;
}

/** Lets the device have its tokens; false when its time is over or somebody decided before. */
export function approveDevice(
  machine: Machine,
  deviceCodeHash: Buffer,
  { tenantId, userId, grant }: DeviceApproval,
): Promise<boolean> {
  return updatePendingDevice(machine.database, deviceCodeHash, machine.clock(), {
    state: "approved",
    tenantId,
    userId,
    authorizationGrant: JSON.stringify(grant),
  });
}

/** Sends the device away; false when its time is over or somebody decided before. */
export function declineDevice(machine: Machine, deviceCodeHash: Buffer): Promise<boolean> {
  return updatePendingDevice(machine.database, deviceCodeHash, machine.clock(), { state: "declined" });
}
