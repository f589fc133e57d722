import type { Generated } from "kysely";
import type { DomainName } from "../../../foundation/domain-name.ts";
import type { GroupId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { Json, JsonWithDefault, Optional, WithDefault } from "./column-types.ts";

// Tables of organisations, their people, groups and roles.

export interface TenantTable {
  tenantId: TenantId;
  displayName: string;
  initialDomain: string;
  privacyStatementUrl: Optional<string>;
  termsUrl: Optional<string>;
  contactEmail: Optional<string>;
  technicalContacts: WithDefault<string[]>;
  defaultLanguage: WithDefault<string>;
  pairwiseSalt: Buffer;
  createdAt: Date;
}

/** Locale `default` is what holds where a language says nothing else. */
export interface BrandingTable {
  tenantId: TenantId;
  locale: string;
  accentColour: Optional<string>;
  backgroundColour: Optional<string>;
  layout: Optional<"centred" | "side">;
  signInText: Optional<string>;
  userNameHint: Optional<string>;
  privacyText: Optional<string>;
  privacyUrl: Optional<string>;
  termsText: Optional<string>;
  termsUrl: Optional<string>;
  passwordResetText: Optional<string>;
  passwordResetUrl: Optional<string>;
}

export interface BrandingAssetTable {
  tenantId: TenantId;
  locale: string;
  kind: string;
  mediaType: string;
  /** SHA-256 of the content, shortened: names this version in addresses. */
  digest: string;
  content: Buffer;
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
  /** When somebody who signed in elsewhere became one who signs in here. */
  convertedAt: Optional<Date>;
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
  /** By the id of a custom attribute. */
  customValues: JsonWithDefault<Readonly<Record<string, string | number | boolean | readonly string[]>>>;
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
  objectKind: "user" | "group" | "application" | "service-principal";
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
  memberVisits: WithDefault<"anywhere" | "listed" | "nowhere">;
  visitableHosts: WithDefault<string[]>;
}

/** With which domains a tenant works together; without a row with all. */
export interface DomainRestrictionTable {
  tenantId: TenantId;
  policyId: string;
  displayName: string;
  description: string;
  isInForce: boolean;
  kind: "none" | "allow" | "deny";
  domains: Json<StoredRestrictedDomain[]>;
}

interface StoredRestrictedDomain {
  domain: DomainName;
  includesSubdomains: boolean;
}
