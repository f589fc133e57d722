import type {
  ListedSecret,
  RegisteredCertificate,
} from "../../../../domain/applications/list-credentials.ts";
import type { Application, Platform } from "../../../../domain/applications/rules/application.ts";
import type { ApplicationProperties } from "../../../../domain/applications/rules/application-condition.ts";
import { wireMoment } from "../../graph-response.ts";
import type { ResourceProperty, ResourceType } from "../../odata/resource-type.ts";
import {
  presentAppRole,
  presentCertificate,
  presentInformation,
  presentOptionalClaims,
  presentRequired,
  presentScope,
  presentSecret,
} from "./application-parts-view.ts";
import { audiences, groupClaimWords, wireWord } from "./application-words.ts";

/** A registration with what is shown beside it. */
export interface ShownApplication {
  readonly application: Application;
  readonly secrets: readonly ListedSecret[];
  readonly certificates: readonly RegisteredCertificate[];
  readonly publisherDomain: string | null;
}

type Property = ResourceProperty<ShownApplication, ApplicationProperties>;

/** A property that tells of the registration alone, answered without `$select`. */
function told(read: (application: Application) => unknown, more: Partial<Property> = {}): Property {
  return { read: ({ application }) => read(application), isDefault: true, ...more };
}

const empty = { read: () => null, isDefault: true } as const;

const applicationProperties: Readonly<Record<string, Property>> = {
  id: told(({ objectId }) => objectId, { filter: { type: "id", property: "objectId" } }),
  deletedDateTime: told(({ deletedAt }) => wireMoment(deletedAt), {
    filter: { type: "moment", property: "deletedAt" },
  }),
  appId: told(({ applicationId }) => applicationId, { filter: { type: "id", property: "applicationId" } }),
  applicationTemplateId: empty,
  disabledByMicrosoftStatus: empty,
  createdDateTime: told(({ createdAt }) => wireMoment(createdAt), {
    filter: { type: "moment", property: "createdAt" },
    order: { property: "createdAt", isAdvanced: true },
  }),
  displayName: told(({ displayName }) => displayName, {
    filter: { type: "text", property: "displayName" },
    order: { property: "displayName" },
    search: { by: "words", property: "displayName" },
  }),
  description: told(({ description }) => description ?? null, {
    filter: { type: "text", property: "description" },
  }),
  groupMembershipClaims: told(({ groupClaims }) =>
    groupClaims.length === 0 ? null : groupClaims.map((claim) => wireWord(groupClaimWords, claim)).join(","),
  ),
  identifierUris: told(({ identifierUris }) => identifierUris, {
    filter: { type: "list", property: "identifierUris" },
  }),
  requestSignatureVerification: told(({ requiresSignedRequests }) =>
    requiresSignedRequests ? { isSignedRequestRequired: true, allowedWeakAlgorithms: null } : null,
  ),
  isFallbackPublicClient: told(({ allowsPublicClient }) => allowsPublicClient),
  notes: told(({ notes }) => notes ?? null),
  publisherDomain: { read: ({ publisherDomain }) => publisherDomain, isDefault: true },
  signInAudience: told(({ audience }) => wireWord(audiences, audience), {
    filter: {
      type: "word",
      property: "audience",
      words: { azureadmyorg: "tenant", azureadmultipleorgs: "tenants" },
    },
  }),
  tags: told(({ tags }) => tags, { filter: { type: "list", property: "tags" } }),
  tokenEncryptionKeyId: empty,
  samlMetadataUrl: empty,
  serviceManagementReference: empty,
  optionalClaims: told(presentOptionalClaims),
  addIns: told(() => []),
  api: told((application) => ({
    acceptMappedClaims: null,
    knownClientApplications: application.knownClients,
    requestedAccessTokenVersion: application.accessTokenVersion,
    oauth2PermissionScopes: application.exposedScopes.map(presentScope),
    preAuthorizedApplications: application.preauthorizedClients.map((client) => ({
      appId: client.applicationId,
      delegatedPermissionIds: client.scopeIds,
    })),
  })),
  appRoles: told(({ appRoles }) => appRoles.map(presentAppRole)),
  info: told((application) => presentInformation({ application })),
  keyCredentials: { read: ({ certificates }) => certificates.map(presentCertificate), isDefault: true },
  passwordCredentials: { read: ({ secrets }) => secrets.map(presentSecret), isDefault: true },
  publicClient: told((application) => ({ redirectUris: redirectUris(application, "public-client") })),
  requiredResourceAccess: told(({ requiredPermissions }) => requiredPermissions.map(presentRequired)),
  spa: told((application) => ({ redirectUris: redirectUris(application, "spa") })),
  web: told((application) => ({
    homePageUrl: application.homePageUrl ?? null,
    logoutUrl: application.logoutUrl ?? null,
    backChannelLogoutUrl: application.backChannelLogoutUrl ?? null,
    redirectUris: redirectUris(application, "web"),
    implicitGrantSettings: {
      enableAccessTokenIssuance: application.issuesAccessToken,
      enableIdTokenIssuance: application.issuesIdToken,
    },
    redirectUriSettings: redirectUris(application, "web").map((uri) => ({ uri, index: null })),
  })),
};

/** Registrations on the wire. */
export const applicationType: ResourceType<ShownApplication, ApplicationProperties> = {
  name: "application",
  collection: "applications",
  properties: applicationProperties,
};

/** Whether applications have a property of this name; names are case-sensitive. */
export function isApplicationProperty(name: string): boolean {
  return Object.hasOwn(applicationProperties, name);
}

function redirectUris(application: Application, platform: Platform): string[] {
  return application.redirectUris.filter((one) => one.platform === platform).map(({ uri }) => uri);
}
