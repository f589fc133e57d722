import type { ColumnType, Generated } from "kysely";
import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  Branded,
  CertificateId,
  FederatedCredentialId,
  GroupId,
  InvitationId,
  MailId,
  ProviderId,
  ScopeId,
  SecretId,
  ServicePrincipalId,
  SessionId,
  TenantId,
  TransactionId,
  UserId,
} from "../../foundation/identifiers.ts";

/** jsonb: read as a parsed value, written as JSON text so that arrays are not taken for SQL arrays. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>;
type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** Every table, as TypeScript sees it (camelCase here, snake_case in SQL). */
export interface DatabaseSchema {
  setting: SettingTable;
  signingKey: SigningKeyTable;
  browserSession: BrowserSessionTable;
  sessionAccount: SessionAccountTable;
  sessionApplication: SessionApplicationTable;
  signInTransaction: SignInTransactionTable;
  mailboxMessage: MailboxMessageTable;
  tenant: TenantTable;
  tenantDomain: TenantDomainTable;
  user: UserTable;
  externalIdentity: ExternalIdentityTable;
  userSponsor: UserSponsorTable;
  identityProvider: IdentityProviderTable;
  identityProviderDomain: IdentityProviderDomainTable;
  directoryRoleAssignment: DirectoryRoleAssignmentTable;
  group: GroupTable;
  groupMember: GroupMemberTable;
  groupOwner: GroupOwnerTable;
  directoryChange: DirectoryChangeTable;
  collaborationSettings: CollaborationSettingsTable;
  application: ApplicationTable;
  applicationRedirectUri: ApplicationRedirectUriTable;
  applicationSecret: ApplicationSecretTable;
  applicationCertificate: ApplicationCertificateTable;
  federatedCredential: FederatedCredentialTable;
  applicationOwner: ApplicationOwnerTable;
  applicationRole: ApplicationRoleTable;
  applicationScope: ApplicationScopeTable;
  servicePrincipal: ServicePrincipalTable;
  appRoleAssignment: AppRoleAssignmentTable;
  permissionGrant: PermissionGrantTable;
  invitation: InvitationTable;
  mail: MailTable;
  oneTimeCode: OneTimeCodeTable;
  usedAssertion: UsedAssertionTable;
  authorizationCode: AuthorizationCodeTable;
  refreshToken: RefreshTokenTable;
  deviceAuthorization: DeviceAuthorizationTable;
  auditEvent: AuditEventTable;
  signInEvent: SignInEventTable;
}

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
  firstUsedAt: Date;
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

export interface TenantTable {
  tenantId: TenantId;
  displayName: string;
  initialDomain: string;
  accentColour: Optional<string>;
  privacyStatementUrl: Optional<string>;
  termsUrl: Optional<string>;
  contactEmail: Optional<string>;
  technicalContacts: WithDefault<string[]>;
  defaultLanguage: WithDefault<string>;
  pairwiseSalt: Buffer;
  createdAt: Date;
}

export interface TenantDomainTable {
  tenantId: TenantId;
  name: string;
  isInitial: WithDefault<boolean>;
  isDefault: WithDefault<boolean>;
  verifiedAt: Optional<Date>;
  /** Null: nobody had to prove it. */
  verificationCode: Optional<string>;
}

export interface UserTable {
  tenantId: TenantId;
  userId: UserId;
  userPrincipalName: string;
  kind: "member" | "guest";
  /** True when the person signs in somewhere else: guests and external members. */
  isExternal: WithDefault<boolean>;
  origin: Optional<"invitation" | "self-service-sign-up">;
  redemptionState: Optional<"pending" | "accepted">;
  redemptionStateChangedAt: Optional<Date>;
  displayName: string;
  givenName: Optional<string>;
  surname: Optional<string>;
  mail: Optional<string>;
  otherMails: WithDefault<string[]>;
  proxyAddresses: WithDefault<string[]>;
  mailNickname: string;
  jobTitle: Optional<string>;
  department: Optional<string>;
  companyName: Optional<string>;
  officeLocation: Optional<string>;
  mobilePhone: Optional<string>;
  businessPhones: WithDefault<string[]>;
  preferredLanguage: Optional<string>;
  usageLocation: Optional<string>;
  streetAddress: Optional<string>;
  city: Optional<string>;
  state: Optional<string>;
  postalCode: Optional<string>;
  country: Optional<string>;
  employeeId: Optional<string>;
  managerId: Optional<UserId>;
  accountEnabled: WithDefault<boolean>;
  showInAddressList: Optional<boolean>;
  passwordHash: Optional<string>;
  passwordChangedAt: Optional<Date>;
  mustChangePassword: WithDefault<boolean>;
  /** Sessions and refresh tokens that began earlier are void. */
  sessionsValidFrom: Date;
  invitedByUserId: Optional<UserId>;
  createdAt: Date;
  deletedAt: Optional<Date>;
}

export interface ExternalIdentityTable {
  tenantId: TenantId;
  issuer: string;
  subject: string;
  userId: UserId;
  providerKind: string;
  email: Optional<string>;
  linkedAt: Date;
}

export interface IdentityProviderTable {
  tenantId: TenantId;
  providerId: ProviderId;
  kind: string;
  displayName: string;
  issuer: string;
  settings: Json<Record<string, unknown>>;
  secretEncrypted: Optional<Buffer>;
  createdAt: Date;
}

export interface IdentityProviderDomainTable {
  tenantId: TenantId;
  domain: string;
  providerId: ProviderId;
}

export interface UserSponsorTable {
  tenantId: TenantId;
  userId: UserId;
  sponsorId: string;
  sponsorKind: "user" | "group";
}

export interface DirectoryRoleAssignmentTable {
  tenantId: TenantId;
  userId: UserId;
  role: string;
  assignedAt: Date;
}

export interface GroupTable {
  tenantId: TenantId;
  groupId: GroupId;
  displayName: string;
  description: Optional<string>;
  mailNickname: string;
  createdAt: Date;
  deletedAt: Optional<Date>;
}

export interface GroupMemberTable {
  tenantId: TenantId;
  groupId: GroupId;
  memberId: string;
  memberKind: "user" | "group" | "service-principal";
  addedAt: Date;
}

export interface GroupOwnerTable {
  tenantId: TenantId;
  groupId: GroupId;
  ownerId: string;
  ownerKind: "user" | "service-principal";
  addedAt: Date;
}

/** Written by triggers. */
export interface DirectoryChangeTable {
  tenantId: TenantId;
  objectKind: "user" | "group";
  /** Number of the transaction. */
  changedIn: Generated<string>;
  objectId: string;
  /** A member whose membership changed; the object itself where its own row did. */
  memberId: string;
  memberKind: Optional<string>;
  changedAt: Generated<Date>;
}

export interface CollaborationSettingsTable {
  tenantId: TenantId;
  allowInvitesFrom: WithDefault<"everyone" | "members" | "inviters" | "none">;
  guestAccess: WithDefault<"member" | "limited" | "restricted">;
  /** Null: links never expire. */
  invitationLifetimeDays: Optional<number>;
  emailCodeEnabled: WithDefault<boolean>;
  userConsent: WithDefault<"everyone" | "nobody">;
  redemptionOrder: WithDefault<("tenant" | "external-federation" | "social")[]>;
}

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
  tags: WithDefault<string[]>;
  createdAt: Date;
  deletedAt: Optional<Date>;
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

export interface InvitationTable {
  tenantId: TenantId;
  invitationId: InvitationId;
  userId: UserId;
  email: string;
  displayName: Optional<string>;
  redirectUrl: string;
  applicationId: Optional<ApplicationId>;
  messageBody: Optional<string>;
  messageLanguage: Optional<string>;
  ccRecipients: JsonWithDefault<MailRecipient[]>;
  sendMail: boolean;
  resetRedemption: WithDefault<boolean>;
  inviterKind: "user" | "application" | "operator";
  inviterId: Optional<Branded<string>>;
  inviterName: string;
  inviterEmail: Optional<string>;
  tokenHash: Buffer;
  state: "pending" | "accepted" | "revoked";
  mailId: Optional<MailId>;
  createdAt: Date;
  expiresAt: Optional<Date>;
  acceptedAt: Optional<Date>;
  revokedAt: Optional<Date>;
}

export interface MailRecipient {
  readonly name: string | null;
  readonly address: string;
}

export interface MailTable {
  tenantId: TenantId;
  mailId: MailId;
  purpose: "invitation" | "one-time-code";
  messageId: string;
  recipients: string[];
  /** Encrypted while queued; erased once the mail server has taken it. */
  contentEncrypted: Optional<Buffer>;
  state: "queued" | "sent" | "failed";
  attempts: WithDefault<number>;
  serverAnswer: Optional<string>;
  failure: Optional<string>;
  createdAt: Date;
  sentAt: Optional<Date>;
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
