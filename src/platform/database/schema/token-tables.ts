import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Json, JsonWithDefault, Optional, WithDefault } from "./column-types.ts";

// Tables of codes and tokens; only their hashes are kept.

export interface AuthorizationCodeTable {
  tenantId: TenantId;
  codeHash: Buffer;
  /** The refresh token family that a redemption of this code begins. */
  familyId: string;
  applicationId: ApplicationId;
  userId: UserId;
  authorizationGrant: Json<Record<string, unknown>>;
  createdAt: Date;
  expiresAt: Date;
  redeemedAt: Optional<Date>;
}

export interface RefreshTokenTable {
  tenantId: TenantId;
  tokenHash: Buffer;
  familyId: string;
  applicationId: ApplicationId;
  userId: UserId;
  authorizationGrant: Json<Record<string, unknown>>;
  issuedAt: Date;
  expiresAt: Date;
  usedAt: Optional<Date>;
  revokedAt: Optional<Date>;
}

export interface DeviceAuthorizationTable {
  deviceCodeHash: Buffer;
  userCodeDigest: Buffer;
  /** Null until the approval where the device asked by an alias. */
  tenantId: Optional<TenantId>;
  alias: Optional<"common" | "organizations">;
  applicationId: ApplicationId;
  scope: string;
  askedFrom: Optional<string>;
  state: WithDefault<"pending" | "approved" | "declined">;
  userId: Optional<UserId>;
  authorizationGrant: JsonWithDefault<Record<string, unknown> | null>;
  createdAt: Date;
  expiresAt: Date;
  redeemedAt: Optional<Date>;
}
