import type {
  ApiConnectorId,
  ApplicationId,
  GroupId,
  ProviderId,
  ServicePrincipalId,
  SignUpRequestId,
  TenantId,
  UserFlowId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { Json, Optional, WithDefault } from "./column-types.ts";

// Tables of self-service sign-up.

export interface SignUpSettingsTable {
  tenantId: TenantId;
  isEnabled: WithDefault<boolean>;
  extensionsApplicationId: Optional<ApplicationId>;
}

export interface SignUpAttributeTable {
  tenantId: TenantId;
  attributeId: string;
  displayName: string;
  description: string;
  dataType: "text" | "flag" | "number" | "moment" | "texts";
  createdAt: Date;
}

export interface UserFlowTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  name: string;
  allowsOrganisations: WithDefault<boolean>;
  allowsEmailCode: WithDefault<boolean>;
  allowedDomains: WithDefault<string[]>;
  blockedDomains: WithDefault<string[]>;
  signUpsPerHour: WithDefault<number>;
  languages: string[];
  defaultLanguage: string;
  requiresApproval: WithDefault<boolean>;
  providersFirst: WithDefault<boolean>;
  createdAt: Date;
}

export interface UserFlowProviderTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  providerId: ProviderId;
}

export interface UserFlowAttributeTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  attributeId: string;
  position: number;
  label: string;
  isRequired: boolean;
  requiresVerification: boolean;
  input: "text-box" | "date" | "radio" | "dropdown" | "e-mail" | "check-boxes";
  choices: Json<readonly { readonly label: string; readonly value: string; readonly isDefault: boolean }[]>;
}

export interface UserFlowTextTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  language: string;
  page: string;
  texts: Json<{
    readonly strings: Readonly<Record<string, string>>;
    readonly attributes: Readonly<
      Record<
        string,
        {
          readonly label?: string;
          readonly hint?: string;
          readonly choices?: readonly { readonly label: string; readonly value: string }[];
        }
      >
    >;
  }>;
}

export interface UserFlowApplicationTable {
  tenantId: TenantId;
  servicePrincipalId: ServicePrincipalId;
  flowId: UserFlowId;
}

export interface UserFlowGroupTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  groupId: GroupId;
}

export interface UserFlowApprovingUserTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  userId: UserId;
}

export interface UserFlowApprovingGroupTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  groupId: GroupId;
}

/** Who asked to be a guest. */
export interface SignUpRequestTable {
  tenantId: TenantId;
  requestId: SignUpRequestId;
  flowId: UserFlowId;
  applicationId: ApplicationId;
  /** Of the proven identity, keyed: it can be looked for and not be read. */
  identityDigest: Buffer;
  askingEncrypted: Buffer;
  state: "pending" | "approved" | "denied";
  askedAt: Date;
  decidedAt: Optional<Date>;
  decisionEncrypted: Optional<Buffer>;
  expiresAt: Date;
}

/** When somebody asked to be a guest, and nothing of who; kept for an hour after. */
export interface SignUpAskingTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  askedAt: Date;
}

/** By which flow somebody came. */
export interface SignUpTable {
  tenantId: TenantId;
  userId: UserId;
  flowId: UserFlowId;
  applicationId: ApplicationId;
  signedUpAt: Date;
}

export interface ApiConnectorTable {
  tenantId: TenantId;
  connectorId: ApiConnectorId;
  displayName: string;
  targetUrl: string;
  userName: Optional<string>;
  passwordEncrypted: Optional<Buffer>;
  signingSecretEncrypted: Optional<Buffer>;
  failures: WithDefault<number>;
  suspendedUntil: Optional<Date>;
  createdAt: Date;
}

export interface ApiConnectorCertificateTable {
  tenantId: TenantId;
  connectorId: ApiConnectorId;
  /** SHA-1 of the certificate, in hexadecimal capitals, as the wire shows it. */
  thumbprint: string;
  notBefore: Date;
  notAfter: Date;
  /** PEM: the certificate first, then those that vouch for it. */
  certificates: string;
  privateKeyEncrypted: Buffer;
  uploadedAt: Date;
}

export interface UserFlowConnectorTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  step: "after-proof" | "before-creation";
  connectorId: ApiConnectorId;
}

export interface ApiConnectorCallTable {
  tenantId: TenantId;
  callId: string;
  connectorId: ApiConnectorId;
  connectorName: string;
  flowName: Optional<string>;
  step: "after-proof" | "before-creation";
  occurredAt: Date;
  attempts: number;
  durationMilliseconds: number;
  outcome: "continue" | "block" | "validation-error" | "failed";
  reason: Optional<string>;
  status: Optional<number>;
  request: Json<Readonly<Record<string, unknown>>>;
  answer: Optional<string>;
  correlationId: string;
}
