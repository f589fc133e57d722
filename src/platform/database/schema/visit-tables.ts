import type { TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Json, Optional } from "./column-types.ts";

// Tables of members who are guests of organisations on other deployments.

export interface VisitAgreementTable {
  tenantId: TenantId;
  userId: UserId;
  clientId: string;
  organisationName: string;
  agreedAt: Date;
}

export interface VisitCodeTable {
  tenantId: TenantId;
  codeHash: Buffer;
  userId: UserId;
  visit: Json<Record<string, unknown>>;
  amr: string[];
  authenticatedAt: Date;
  expiresAt: Date;
  redeemedAt: Optional<Date>;
}
