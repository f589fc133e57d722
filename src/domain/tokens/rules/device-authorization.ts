import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { AuthorizationGrant } from "./authorization-grant.ts";
import type { TenantAlias } from "./tenant-alias.ts";

/** A sign-in that a device without a browser asked for (RFC 8628). */
export interface DeviceAuthorization {
  readonly deviceCodeHash: Buffer;
  /** Where the device asked, or where the person who approved is at home when it asked by an alias. */
  readonly tenantId: TenantId | undefined;
  readonly alias: TenantAlias | undefined;
  readonly applicationId: ApplicationId;
  readonly scope: string;
  /** Network address of the device. */
  readonly askedFrom: string | undefined;
  readonly state: "pending" | "approved" | "declined";
  /** What was approved, and for whom. */
  readonly approved: { readonly userId: UserId; readonly grant: AuthorizationGrant } | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly redeemedAt: Date | undefined;
}

export type DeviceCodeRefusal =
  | "device-code-unknown"
  | "device-code-used"
  | "device-code-expired"
  | "device-declined"
  | "device-pending";

/** RFC 8628 section 3.5, for the device that polls: why it gets no tokens (yet). */
export function deviceCodeRefusal(
  device: DeviceAuthorization,
  applicationId: ApplicationId,
  now: Date,
): DeviceCodeRefusal | undefined {
  if (device.applicationId !== applicationId) return "device-code-unknown";
  if (device.redeemedAt !== undefined) return "device-code-used";
  if (device.expiresAt <= now) return "device-code-expired";
  if (device.state === "declined") return "device-declined";
  return device.state === "pending" ? "device-pending" : undefined;
}
