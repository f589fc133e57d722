import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  CertificateId,
  FederatedCredentialId,
  ScopeId,
  SecretId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { JsonWithDefault, Optional, WithDefault } from "./column-types.ts";

// Tables of applications, their credentials, and what they may do.

export interface ApplicationTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  applicationId: ApplicationId;
  displayName: string;
  identifierUris: WithDefault<string[]>;
  audience: WithDefault<"tenant" | "tenants">;
  issuesIdToken: WithDefault<boolean>;
  issuesAccessToken: WithDefault<boolean>;
  allowsPublicClient: WithDefault<boolean>;
  requiresSignedRequests: WithDefault<boolean>;
  accessTokenVersion: WithDefault<number>;
  groupClaims: WithDefault<("security-groups" | "directory-roles" | "application-groups" | "all")[]>;
  optionalClaims: JsonWithDefault<StoredOptionalClaims>;
  requiredPermissions: JsonWithDefault<StoredRequiredPermission[]>;
  preauthorizedClients: JsonWithDefault<StoredPreauthorizedClient[]>;
  knownClients: WithDefault<ApplicationId[]>;
  homePageUrl: Optional<string>;
  logoutUrl: Optional<string>;
  backChannelLogoutUrl: Optional<string>;
  description: Optional<string>;
  notes: Optional<string>;
  tags: WithDefault<string[]>;
  informationUrls: JsonWithDefault<StoredInformationUrls>;
  createdAt: Date;
  deletedAt: Optional<Date>;
}

type StoredOptionalClaims = Partial<
  Record<"idToken" | "accessToken" | "saml2Token", readonly StoredOptionalClaim[]>
>;

interface StoredOptionalClaim {
  readonly name: string;
  readonly source: string | null;
  readonly essential: boolean;
  readonly additionalProperties: readonly string[];
}

interface StoredRequiredPermission {
  readonly resourceApplicationId: ApplicationId;
  readonly scopeIds: readonly ScopeId[];
  readonly roleIds: readonly AppRoleId[];
}

interface StoredPreauthorizedClient {
  readonly applicationId: ApplicationId;
  readonly scopeIds: readonly ScopeId[];
}

type StoredInformationUrls = Partial<
  Record<"marketing" | "privacyStatement" | "support" | "termsOfService", string>
>;

export interface ApplicationRedirectUriTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  platform: "web" | "spa" | "public-client";
  uri: string;
}

export interface ApplicationSecretTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  secretId: SecretId;
  displayName: Optional<string>;
  hint: string;
  secretHash: Buffer;
  startsAt: Date;
  expiresAt: Date;
}

export interface ApplicationCertificateTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  certificateId: CertificateId;
  displayName: Optional<string>;
  /** DER. */
  certificate: Buffer;
  sha1Thumbprint: Buffer;
  sha256Thumbprint: Buffer;
  startsAt: Date;
  expiresAt: Date;
}

export interface FederatedCredentialTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  credentialId: FederatedCredentialId;
  name: string;
  issuer: string;
  subject: string;
  audiences: string[];
  description: Optional<string>;
  createdAt: Date;
}

export interface ApplicationOwnerTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  ownerId: UserId | ServicePrincipalId;
  ownerKind: "user" | "service-principal";
  addedAt: Date;
}

export interface ApplicationRoleTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  roleId: AppRoleId;
  value: Optional<string>;
  displayName: string;
  description: WithDefault<string>;
  forUsers: boolean;
  forApplications: boolean;
  isEnabled: WithDefault<boolean>;
}

export interface ApplicationScopeTable {
  tenantId: TenantId;
  objectId: ApplicationObjectId;
  scopeId: ScopeId;
  value: string;
  consentBy: "user" | "admin";
  displayName: string;
  description: WithDefault<string>;
  /** Null: the texts for administrators are shown to everybody. */
  userDisplayName: Optional<string>;
  userDescription: Optional<string>;
  isEnabled: WithDefault<boolean>;
}

export interface ServicePrincipalTable {
  tenantId: TenantId;
  servicePrincipalId: ServicePrincipalId;
  applicationId: ApplicationId;
  displayName: string;
  accountEnabled: WithDefault<boolean>;
  assignmentRequired: WithDefault<boolean>;
  description: Optional<string>;
  notes: Optional<string>;
  loginUrl: Optional<string>;
  singleSignOnMode: Optional<"saml" | "oidc" | "not-supported">;
  tags: WithDefault<string[]>;
  createdAt: Date;
  deletedAt: Optional<Date>;
}

export interface ServicePrincipalOwnerTable {
  tenantId: TenantId;
  servicePrincipalId: ServicePrincipalId;
  ownerId: UserId | ServicePrincipalId;
  ownerKind: "user" | "service-principal";
  addedAt: Date;
}

export interface AppRoleAssignmentTable {
  tenantId: TenantId;
  assignmentId: string;
  principalKind: "user" | "group" | "service-principal";
  principalId: string;
  /** Service principal of the application that owns the role. */
  resourceId: ServicePrincipalId;
  roleId: AppRoleId;
  createdAt: Date;
}

export interface PermissionGrantTable {
  tenantId: TenantId;
  grantId: string;
  clientId: ServicePrincipalId;
  resourceId: ServicePrincipalId;
  /** Null: granted for everybody in the tenant. */
  principalId: Optional<UserId>;
  scopes: string[];
  createdAt: Date;
}
