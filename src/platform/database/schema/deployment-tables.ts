import type { Generated } from "kysely";
import type {
  ApplicationId,
  ProviderId,
  SessionId,
  TenantId,
  TransactionId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { Json, Optional, OptionalJson, WithDefault } from "./column-types.ts";

// Tables of the deployment: settings, keys, browsers and the journeys in them. They hold no data of a tenant.

export interface SettingTable {
  name: string;
  value: Json<unknown>;
}

export interface SigningKeyTable {
  keyId: string;
  state: "next" | "current" | "retired";
  publicJwk: Json<Record<string, unknown>>;
  privateKeyEncrypted: Buffer;
  createdAt: Date;
  currentSince: Optional<Date>;
  retiredAt: Optional<Date>;
}

export interface BrowserSessionTable {
  sessionId: SessionId;
  cookieHash: Buffer;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

export interface SessionAccountTable {
  sessionId: SessionId;
  accountId: string;
  issuer: string;
  subject: string;
  providerKind: string;
  email: Optional<string>;
  displayName: string;
  amr: string[];
  /** Of the tenant's own provider that proved it; null for what the deployment proves itself. */
  providerTenantId: Optional<TenantId>;
  providerId: Optional<ProviderId>;
  provenAddresses: WithDefault<string[]>;
  authenticatedAt: Date;
  expiresAt: Date;
}

export interface SessionApplicationTable {
  sessionId: SessionId;
  tenantId: TenantId;
  applicationId: ApplicationId;
  userId: UserId;
  accountId: string;
  tokenVersion: WithDefault<1 | 2>;
  firstUsedAt: Date;
  /** Of a sign-in by SAML. */
  assertedName: OptionalJson<{ format: string; value: string; spNameQualifier?: string }>;
}

export interface SignInTransactionTable {
  transactionId: TransactionId;
  sessionId: SessionId;
  version: Generated<number>;
  facts: Json<Record<string, unknown>>;
  createdAt: Date;
  expiresAt: Date;
  finishedAt: Optional<Date>;
}

export interface MailboxMessageTable {
  messageId: string;
  receivedAt: Date;
  recipients: string[];
  contentEncrypted: Buffer;
}
