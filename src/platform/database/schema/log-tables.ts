import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { JsonWithDefault, Optional } from "./column-types.ts";

// The logs, partitioned by month.

export interface AuditEventTable {
  tenantId: TenantId;
  eventId: string;
  occurredAt: Date;
  activity: string;
  result: "success" | "failure";
  reason: Optional<string>;
  actorKind: string;
  actorId: Optional<string>;
  actorName: Optional<string>;
  targetKind: Optional<string>;
  targetId: Optional<string>;
  targetName: Optional<string>;
  ipAddress: Optional<string>;
  correlationId: string;
  details: JsonWithDefault<Record<string, unknown>>;
}

export interface SignInEventTable {
  tenantId: TenantId;
  eventId: string;
  occurredAt: Date;
  applicationId: Optional<string>;
  applicationName: Optional<string>;
  resourceId: Optional<string>;
  userId: Optional<UserId>;
  userName: Optional<string>;
  userKind: Optional<string>;
  identityProvider: Optional<string>;
  homeTenantId: Optional<TenantId>;
  isInteractive: boolean;
  errorCode: number;
  failureReason: Optional<string>;
  ipAddress: Optional<string>;
  userAgent: Optional<string>;
  correlationId: string;
  details: JsonWithDefault<Record<string, unknown>>;
}

/** What the sign-in log said last of each user; a sort that never happened is null. */
export interface SignInActivityTable {
  tenantId: TenantId;
  userId: UserId;
  interactiveAt: Optional<Date>;
  interactiveId: Optional<string>;
  nonInteractiveAt: Optional<Date>;
  nonInteractiveId: Optional<string>;
  successAt: Optional<Date>;
  successId: Optional<string>;
}
