import type { AgreementFileId, AgreementId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Optional, OptionalJson } from "./column-types.ts";

// Terms of use.

interface StoredPeriod {
  months: number;
  days: number;
}

export interface AgreementTable {
  tenantId: TenantId;
  agreementId: AgreementId;
  displayName: string;
  mustBeRead: boolean;
  acceptAgainAfter: OptionalJson<StoredPeriod>;
  expiration: OptionalJson<{ startsAt: string; every?: StoredPeriod }>;
  majorVersion: number;
  createdAt: Date;
  changedAt: Optional<Date>;
}

export interface AgreementFileTable {
  tenantId: TenantId;
  agreementId: AgreementId;
  fileId: AgreementFileId;
  language: string;
  isDefault: boolean;
  isCurrent: boolean;
  fileName: string;
  displayName: string;
  mediaType: "application/pdf" | "text/plain";
  isMajor: boolean;
  createdAt: Date;
  content: Buffer;
}

export interface AgreementAcceptanceTable {
  tenantId: TenantId;
  acceptanceId: string;
  agreementId: AgreementId;
  fileId: AgreementFileId;
  userId: UserId;
  state: "accepted" | "declined";
  majorVersion: number;
  recordedAt: Date;
  expiresAt: Optional<Date>;
  userDisplayName: string;
  userEmail: Optional<string>;
  userPrincipalName: string;
}
