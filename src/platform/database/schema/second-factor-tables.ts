import type { SecondFactorId, SessionId, TenantId, UserId } from "../../../foundation/identifiers.ts";

// Tables of second factors, and of browsers in which one is being set up or was proved.

export interface SecondFactorTable {
  tenantId: TenantId;
  factorId: SecondFactorId;
  userId: UserId;
  secretEncrypted: Buffer;
  /** The latest time step whose code was accepted. */
  lastStep: number;
  setUpAt: Date;
}

export interface SecondFactorEnrolmentTable {
  sessionId: SessionId;
  accountId: string;
  tenantId: TenantId;
  userId: UserId;
  secretEncrypted: Buffer;
  begunAt: Date;
}

export interface SecondFactorProofTable {
  sessionId: SessionId;
  accountId: string;
  tenantId: TenantId;
  userId: UserId;
  factorId: SecondFactorId;
  provedAt: Date;
}
