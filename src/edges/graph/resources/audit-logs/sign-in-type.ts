import type { SignInEvent } from "../../../../domain/audit/list-events.ts";
import type { SignInProperties } from "../../../../domain/audit/rules/log-condition.ts";
import { wireMoment } from "../../graph-response.ts";
import type { ResourceProperty, ResourceType } from "../../odata/resource-type.ts";
import { appliedPolicies, conditionalAccessStatus } from "./applied-policies.ts";
import type { PeopleInLog } from "./people-in-log.ts";

/** An entry of the sign-in log, and what is named in it. */
export interface ShownSignIn {
  readonly event: SignInEvent;
  readonly people: PeopleInLog;
  /** Names of the applications that tokens were asked for, by client id. */
  readonly resourceNames: ReadonlyMap<string, string>;
  /** Whether the caller may know the policies, too. */
  readonly showsPolicies: boolean;
}

const properties: Readonly<Record<string, ResourceProperty<ShownSignIn, SignInProperties>>> = {
  id: { read: ({ event }) => event.eventId, isDefault: true, filter: { type: "id", property: "eventId" } },
  createdDateTime: {
    read: ({ event }) => wireMoment(event.occurredAt),
    isDefault: true,
    filter: { type: "moment", property: "occurredAt" },
  },
  userDisplayName: {
    read: ({ event }) => event.userName,
    isDefault: true,
    filter: { type: "text", property: "userName" },
  },
  userPrincipalName: { read: signInName, isDefault: true },
  userId: {
    read: ({ event }) => event.userId,
    isDefault: true,
    filter: { type: "id", property: "userId" },
  },
  userType: {
    read: ({ event }) => event.userKind,
    isDefault: true,
    filter: { type: "text", property: "userKind" },
  },
  appId: {
    read: ({ event }) => event.applicationId,
    isDefault: true,
    filter: { type: "id", property: "applicationId" },
  },
  appDisplayName: {
    read: ({ event }) => event.applicationName,
    isDefault: true,
    filter: { type: "text", property: "applicationName" },
  },
  resourceId: {
    read: ({ event }) => event.resourceId,
    isDefault: true,
    filter: { type: "id", property: "resourceId" },
  },
  resourceDisplayName: {
    read: ({ event, resourceNames }) => resourceNames.get(event.resourceId ?? "") ?? null,
    isDefault: true,
  },
  ipAddress: {
    read: ({ event }) => event.ipAddress,
    isDefault: true,
    filter: { type: "text", property: "ipAddress" },
  },
  userAgent: { read: ({ event }) => event.userAgent, isDefault: true },
  clientAppUsed: { read: () => null, isDefault: true },
  correlationId: {
    read: ({ event }) => event.correlationId,
    isDefault: true,
    filter: { type: "id", property: "correlationId" },
  },
  authenticationRequirement: { read: ({ event }) => requirementOf(event), isDefault: true },
  conditionalAccessStatus: { read: ({ event }) => conditionalAccessStatus(event), isDefault: true },
  appliedConditionalAccessPolicies: {
    read: ({ event, showsPolicies }) => (showsPolicies ? appliedPolicies(event) : []),
    isDefault: true,
  },
  isInteractive: {
    read: ({ event }) => event.isInteractive,
    isDefault: true,
    filter: { type: "flag", property: "isInteractive" },
  },
  signInEventTypes: { read: ({ event }) => [eventTypeOf(event)], isDefault: true },
  homeTenantId: { read: ({ event }) => event.homeTenantId, isDefault: true },
  resourceTenantId: { read: ({ event }) => event.tenantId, isDefault: true },
  crossTenantAccessType: {
    read: ({ event }) => (event.userKind === "guest" ? "b2bCollaboration" : "none"),
    isDefault: true,
  },
  tokenIssuerName: { read: ({ event }) => event.identityProvider, isDefault: true },
  deviceDetail: { read: () => null, isDefault: true },
  location: { read: () => null, isDefault: true },
  // Nothing here judges risk.
  riskDetail: { read: () => "hidden", isDefault: true },
  riskLevelAggregated: { read: () => "hidden", isDefault: true },
  riskLevelDuringSignIn: { read: () => "hidden", isDefault: true },
  riskState: { read: () => "none", isDefault: true },
  status: {
    read: ({ event }) => ({
      errorCode: event.errorCode,
      failureReason: event.errorCode === 0 ? "Other." : event.failureReason,
      additionalDetails: null,
    }),
    isDefault: true,
  },
};

/** The sign-in log on the wire. */
export const signInType: ResourceType<ShownSignIn, SignInProperties> = {
  name: "signIn",
  collection: "auditLogs/signIns",
  properties,
  paths: { "status/errorCode": { type: "number", property: "errorCode" } },
};

/** Guests go by their address, without the marks that their user principal name has. */
function signInName({ event, people }: ShownSignIn): string | null {
  const user = people.get(event.userId ?? "");
  if (user === undefined) return null;
  return user.isExternal ? (user.mail?.toLowerCase() ?? null) : user.userPrincipalName;
}

function eventTypeOf({ isInteractive, userId }: SignInEvent): string {
  if (isInteractive) return "interactiveUser";
  return userId === null ? "servicePrincipal" : "nonInteractiveUser";
}

/** What is logged of somebody who has to prove a second factor, or failed to. */
const secondFactorNumbers: ReadonlySet<number> = new Set([50076, 50079, 500121]);

/** Proved or still to be proved: either way more than one factor was in play. */
function requirementOf({ errorCode, details }: SignInEvent): string {
  const { amr } = details;
  const isProved = Array.isArray(amr) && amr.includes("mfa");
  return isProved || secondFactorNumbers.has(errorCode)
    ? "multiFactorAuthentication"
    : "singleFactorAuthentication";
}
