import type {
  ConnectionTestId,
  ProviderId,
  SessionId,
  TenantId,
  TransactionId,
} from "../../../foundation/identifiers.ts";
import type { Json, NullableJson, Optional, WithDefault } from "./column-types.ts";

// Tables of the ways in which people from outside prove who they are.

export interface IdentityProviderTable {
  tenantId: TenantId;
  providerId: ProviderId;
  kind: string;
  displayName: string;
  issuer: string;
  settings: Json<Record<string, unknown>>;
  secretEncrypted: Optional<Buffer>;
  metadataAskedAt: Optional<Date>;
  acceptsUnsolicited: WithDefault<boolean>;
  isEnabled: WithDefault<boolean>;
  createdAt: Date;
}

export interface IdentityProviderDomainTable {
  tenantId: TenantId;
  domain: string;
  providerId: ProviderId;
}

export interface ConnectionTestTable {
  tenantId: TenantId;
  testId: ConnectionTestId;
  providerId: ProviderId;
  askedBy: Json<Record<string, unknown>>;
  keyHash: Buffer;
  sessionId: Optional<SessionId>;
  detour: NullableJson;
  findings: NullableJson;
  createdAt: Date;
  expiresAt: Date;
  finishedAt: Optional<Date>;
}

export interface FederationKeyTable {
  tenantId: TenantId;
  purpose: string;
  certificate: string;
  privateKeyEncrypted: Buffer;
  createdAt: Date;
}

export interface UsedAssertionTable {
  tenantId: TenantId;
  issuer: string;
  assertionId: string;
  expiresAt: Date;
}

export interface OneTimeCodeTable {
  tenantId: TenantId;
  codeId: string;
  transactionId: TransactionId;
  email: string;
  codeHash: Buffer;
  failedTries: WithDefault<number>;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Optional<Date>;
}
