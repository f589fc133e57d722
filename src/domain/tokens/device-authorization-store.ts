import type { Selectable } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { DeviceAuthorizationTable } from "../../platform/database/schema/token-tables.ts";
import type { AuthorizationGrant } from "./rules/authorization-grant.ts";
import type { DeviceAuthorization } from "./rules/device-authorization.ts";

type NewDeviceAuthorization = Omit<DeviceAuthorization, "state" | "approved" | "redeemedAt"> & {
  readonly userCodeDigest: Buffer;
};

/** Stores what a device asked for; false when another device has the same user code. */
export async function insertDeviceAuthorization(
  handle: DatabaseHandle,
  device: NewDeviceAuthorization,
): Promise<boolean> {
  const outcome = await handle
    .insertInto("deviceAuthorization")
    .values(device)
    .onConflict((conflict) => conflict.column("userCodeDigest").doNothing())
    .executeTakeFirst();
  return outcome.numInsertedOrUpdatedRows === 1n;
}

export async function selectDeviceAuthorization(
  handle: DatabaseHandle,
  by: { readonly deviceCodeHash: Buffer } | { readonly userCodeDigest: Buffer },
): Promise<DeviceAuthorization | undefined> {
  const query = handle.selectFrom("deviceAuthorization").selectAll();
  const row = await ("deviceCodeHash" in by
    ? query.where("deviceCodeHash", "=", by.deviceCodeHash)
    : query.where("userCodeDigest", "=", by.userCodeDigest)
  ).executeTakeFirst();
  return row && deviceFromRow(row);
}

function deviceFromRow(row: Selectable<DeviceAuthorizationTable>): DeviceAuthorization {
  const { userId, authorizationGrant } = row;
  return {
    deviceCodeHash: row.deviceCodeHash,
    tenantId: row.tenantId ?? undefined,
    alias: row.alias ?? undefined,
    applicationId: row.applicationId,
    scope: row.scope,
    askedFrom: row.askedFrom ?? undefined,
    state: row.state,
    approved:
      userId && authorizationGrant
        ? { userId, grant: authorizationGrant as unknown as AuthorizationGrant }
        : undefined,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    redeemedAt: row.redeemedAt ?? undefined,
  };
}

/** Records what the person decided; true for the one who decided first and in time. */
export async function updatePendingDevice(
  handle: DatabaseHandle,
  deviceCodeHash: Buffer,
  now: Date,
  decision:
    | { readonly state: "declined" }
    | {
        readonly state: "approved";
        readonly tenantId: TenantId;
        readonly userId: UserId;
        readonly authorizationGrant: string;
      },
): Promise<boolean> {
  const outcome = await handle
    .updateTable("deviceAuthorization")
    .set(decision)
    .where("deviceCodeHash", "=", deviceCodeHash)
    .where("state", "=", "pending")
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Marks an approved device code redeemed; true for the one caller who was first. */
export async function markDeviceRedeemed(
  handle: DatabaseHandle,
  deviceCodeHash: Buffer,
  now: Date,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("deviceAuthorization")
    .set({ redeemedAt: now })
    .where("deviceCodeHash", "=", deviceCodeHash)
    .where("state", "=", "approved")
    .where("redeemedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Removes what no device can ask about any more; returns how many. */
export async function deleteDeviceAuthorizationsExpiredBefore(
  handle: DatabaseHandle,
  moment: Date,
): Promise<number> {
  const outcome = await handle
    .deleteFrom("deviceAuthorization")
    .where("expiresAt", "<", moment)
    .executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
