import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import type { ServicePrincipalProperties } from "../../../../domain/applications/rules/service-principal-condition.ts";
import { wireMoment } from "../../graph-response.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { ResourceProperty, ResourceType, Visible } from "../../odata/resource-type.ts";
import { presentAppRole, presentInformation, presentScope } from "../applications/application-parts-view.ts";
import { audiences, singleSignOnModes, wireWord } from "../applications/application-words.ts";

type Property = ResourceProperty<ApplicationInTenant, ServicePrincipalProperties>;

function told(read: (one: ApplicationInTenant) => unknown, more: Partial<Property> = {}): Property {
  return { read, isDefault: true, ...more };
}

const servicePrincipalProperties: Readonly<Record<string, Property>> = {
  id: told(({ servicePrincipal }) => servicePrincipal.servicePrincipalId, {
    filter: { type: "id", property: "servicePrincipalId" },
  }),
  deletedDateTime: told(({ servicePrincipal }) => wireMoment(servicePrincipal.deletedAt), {
    filter: { type: "moment", property: "deletedAt" },
  }),
  accountEnabled: told(({ servicePrincipal }) => servicePrincipal.accountEnabled, {
    filter: { type: "flag", property: "accountEnabled" },
  }),
  alternativeNames: told(() => []),
  appDescription: told(({ application }) => application.description ?? null),
  appDisplayName: told(({ application }) => application.displayName),
  appId: told(({ application }) => application.applicationId, {
    filter: { type: "id", property: "applicationId" },
  }),
  applicationTemplateId: told(() => null),
  appOwnerOrganizationId: told(({ application }) => application.tenantId, {
    filter: { type: "id", property: "ownerTenantId" },
  }),
  appRoleAssignmentRequired: told(({ servicePrincipal }) => servicePrincipal.assignmentRequired, {
    filter: { type: "flag", property: "assignmentRequired" },
  }),
  createdDateTime: told(({ servicePrincipal }) => wireMoment(servicePrincipal.createdAt), {
    filter: { type: "moment", property: "createdAt" },
    order: { property: "createdAt", isAdvanced: true },
  }),
  description: told(({ servicePrincipal }) => servicePrincipal.description ?? null),
  disabledByMicrosoftStatus: told(() => null),
  displayName: told(({ servicePrincipal }) => servicePrincipal.displayName, {
    filter: { type: "text", property: "displayName" },
    order: { property: "displayName" },
    search: { by: "words", property: "displayName" },
  }),
  homepage: told(({ application }) => application.homePageUrl ?? null),
  info: told(presentInformation),
  loginUrl: told(({ servicePrincipal }) => servicePrincipal.loginUrl ?? null),
  logoutUrl: told(({ application }) => application.logoutUrl ?? null),
  notes: told(({ servicePrincipal }) => servicePrincipal.notes ?? null),
  notificationEmailAddresses: told(() => []),
  preferredSingleSignOnMode: told(({ servicePrincipal: { singleSignOnMode } }) =>
    singleSignOnMode ? wireWord(singleSignOnModes, singleSignOnMode) : null,
  ),
  replyUrls: told(({ application }) => [...new Set(application.redirectUris.map(({ uri }) => uri))]),
  servicePrincipalNames: told(
    ({ application }) => [application.applicationId, ...application.identifierUris],
    {
      filter: { type: "list", property: "identifierUris" },
    },
  ),
  servicePrincipalType: told(() => "Application"),
  signInAudience: told(({ application }) => wireWord(audiences, application.audience)),
  tags: told(({ servicePrincipal }) => servicePrincipal.tags, { filter: { type: "list", property: "tags" } }),
  tokenEncryptionKeyId: told(() => null),
  appRoles: told(({ application }) => application.appRoles.map(presentAppRole)),
  oauth2PermissionScopes: told(({ application }) => application.exposedScopes.map(presentScope)),
  // Credentials belong to registrations here.
  keyCredentials: told(() => []),
  passwordCredentials: told(() => []),
  verifiedPublisher: told(() => ({ displayName: null, verifiedPublisherId: null, addedDateTime: null })),
};

/** Service principals on the wire. */
export const servicePrincipalType: ResourceType<ApplicationInTenant, ServicePrincipalProperties> = {
  name: "servicePrincipal",
  collection: "servicePrincipals",
  properties: servicePrincipalProperties,
};

/** Whether service principals have a property of this name; names are case-sensitive. */
export function isServicePrincipalProperty(name: string): boolean {
  return Object.hasOwn(servicePrincipalProperties, name);
}

/** A service principal as the wire shows it. */
export function presentServicePrincipal(
  one: ApplicationInTenant,
  select?: readonly string[],
  visible?: Visible,
): Record<string, unknown> {
  return presentObject(servicePrincipalType, one, select, visible);
}
