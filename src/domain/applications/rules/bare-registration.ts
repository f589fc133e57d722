import type { Application } from "./application.ts";

/** A registration with nothing but its ids and its name. */
export function bareRegistration({
  tenantId,
  objectId,
  applicationId,
  displayName,
}: Pick<Application, "tenantId" | "objectId" | "applicationId" | "displayName">): Application {
  return {
    tenantId,
    objectId,
    applicationId,
    displayName,
    identifierUris: [],
    audience: "tenant",
    redirectUris: [],
    issuesIdToken: false,
    issuesAccessToken: false,
    allowsPublicClient: false,
    requiresSignedRequests: false,
    accessTokenVersion: 2,
    groupClaims: [],
    optionalClaims: {},
    appRoles: [],
    exposedScopes: [],
    requiredPermissions: [],
    preauthorizedClients: [],
    knownClients: [],
    homePageUrl: undefined,
    logoutUrl: undefined,
    backChannelLogoutUrl: undefined,
    description: undefined,
    notes: undefined,
    tags: [],
    informationUrls: {},
    createdAt: undefined,
    deletedAt: undefined,
  };
}
