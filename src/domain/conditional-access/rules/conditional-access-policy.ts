import type {
  AgreementId,
  ApplicationId,
  ConditionalAccessPolicyId,
  GroupId,
  NamedLocationId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";

/** `report`: only the sign-in log says what it would have demanded. */
export type PolicyState = "on" | "off" | "report";

/** Kinds of people from outside, as policies tell them apart. */
export type OutsiderKind = "collaboration-guest" | "collaboration-member" | "internal-guest" | "elsewhere";

/** People from outside: of these kinds, at home in these tenants or anywhere. */
export interface Outsiders {
  readonly kinds: readonly OutsiderKind[];
  /** How the kinds were named when they were set, to be shown again. */
  readonly named: readonly string[];
  readonly homeTenants: "all" | readonly TenantId[];
}

/** Some people of a tenant. */
export interface PeopleSet {
  readonly isEverybody: boolean;
  /** Everybody who is a guest or proves who they are elsewhere. */
  readonly isEveryOutsider: boolean;
  readonly userIds: readonly UserId[];
  readonly groupIds: readonly GroupId[];
  readonly roles: readonly DirectoryRole[];
  readonly outsiders: Outsiders | undefined;
}

export interface PlaceSet {
  readonly isEverywhere: boolean;
  /** Every location that is marked as trusted. */
  readonly isEveryTrusted: boolean;
  readonly locationIds: readonly NamedLocationId[];
}

/** When a policy applies: all of it has to fit, and what is excluded never does. */
export interface PolicyConditions {
  readonly includedPeople: PeopleSet;
  readonly excludedPeople: PeopleSet;
  readonly includedApplications: "all" | readonly ApplicationId[];
  readonly excludedApplications: readonly ApplicationId[];
  /** Undefined: wherever somebody is. */
  readonly places: { readonly included: PlaceSet; readonly excluded: PlaceSet } | undefined;
}

/** What a policy asks of those it applies to. */
export interface GrantControls {
  /** Whether all that is demanded has to be there, or any one of it. */
  readonly operator: "and" | "or";
  readonly blocks: boolean;
  /** A code of the person's authenticator app, entered in this browser. */
  readonly secondFactor: boolean;
  /** Terms that have to be accepted. */
  readonly agreementIds: readonly AgreementId[];
}

export interface ConditionalAccessPolicy {
  readonly tenantId: TenantId;
  readonly policyId: ConditionalAccessPolicyId;
  readonly displayName: string;
  readonly state: PolicyState;
  readonly conditions: PolicyConditions;
  readonly controls: GrantControls;
  readonly createdAt: Date;
  readonly changedAt: Date | undefined;
}

/** Networks that belong together, by a name. */
export interface NamedLocation {
  readonly tenantId: TenantId;
  readonly locationId: NamedLocationId;
  readonly displayName: string;
  readonly isTrusted: boolean;
  /** In CIDR notation, IPv4 or IPv6. */
  readonly ranges: readonly string[];
  readonly createdAt: Date;
  readonly changedAt: Date | undefined;
}

/** As many as a tenant may have. */
export const mostPolicies = 195;
export const mostLocations = 195;

/** Nobody. */
export const nobody: PeopleSet = {
  isEverybody: false,
  isEveryOutsider: false,
  userIds: [],
  groupIds: [],
  roles: [],
  outsiders: undefined,
};
