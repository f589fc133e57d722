import type { DomainName } from "../../../foundation/domain-name.ts";
import type {
  ApiConnectorId,
  GroupId,
  ProviderId,
  ServicePrincipalId,
  TenantId,
  UserFlowId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { ConnectorStep } from "./api-connector.ts";
import type { AttributeAssignment } from "./attribute-assignment.ts";

/** How people who were never invited sign up for some applications of a tenant. */
export interface UserFlow {
  readonly tenantId: TenantId;
  readonly flowId: UserFlowId;
  /** Never changes. */
  readonly name: string;
  /** Whether an account of another organisation of this deployment will do. */
  readonly allowsOrganisations: boolean;
  /** Whether a code mailed to an address will do, where the tenant allows codes. */
  readonly allowsEmailCode: boolean;
  /** Identity providers that are offered by name. */
  readonly providers: readonly ProviderId[];
  /** Only addresses in these domains sign up; empty: all. */
  readonly allowedDomains: readonly DomainName[];
  readonly blockedDomains: readonly DomainName[];
  readonly signUpsPerHour: number;
  /** The languages its pages are offered in. */
  readonly languages: readonly string[];
  /** Where the person reads none of them. */
  readonly defaultLanguage: string;
  /** Whether the providers stand above the question for the address. */
  readonly providersFirst: boolean;
  /** What people are asked, in this order. */
  readonly attributes: readonly AttributeAssignment[];
  /** Whoever signs up may use the application they came for; no application has two flows. */
  readonly applications: readonly ServicePrincipalId[];
  /** Whoever signs up is put into these. */
  readonly groups: readonly GroupId[];
  /** The APIs of the organisation's own that are asked, by step. */
  readonly connectors: Readonly<Partial<Record<ConnectorStep, ApiConnectorId>>>;
  /** Whether somebody decides about each person before they become a guest. */
  readonly requiresApproval: boolean;
  /** Members who decide, each by themselves. */
  readonly approvingUsers: readonly UserId[];
  /** Members of these decide, too. */
  readonly approvingGroups: readonly GroupId[];
  readonly createdAt: Date;
}

export const mostFlows = 100;
export const mostAttributesOfFlow = 50;
export const mostDomainsOfFlow = 500;
export const mostGroupsOfFlow = 20;
/** Users and groups together. */
export const mostApproversOfFlow = 20;
export const mostSignUpsPerHour = 100_000;

/** A name for a flow, or undefined for what cannot be one. */
export function readFlowName(typed: string): string | undefined {
  return /^[A-Za-z0-9_-]{1,60}$/.test(typed) ? typed : undefined;
}
