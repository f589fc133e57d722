import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  ScopeId,
  TenantId,
} from "../../../foundation/identifiers.ts";
import type { Application, AppRole, ExposedScope } from "./application.ts";
import { bareRegistration } from "./bare-registration.ts";
import { applicationPermissions } from "./graph-permissions/application-permissions.ts";
import { directoryPermissions } from "./graph-permissions/directory-permissions.ts";
import { federationPermissions } from "./graph-permissions/federation-permissions.ts";
import type { GraphPermission } from "./graph-permissions/graph-permission.ts";
import { policyPermissions } from "./graph-permissions/policy-permissions.ts";
import { signInPermissions } from "./graph-permissions/sign-in-permissions.ts";
import { signUpPermissions } from "./graph-permissions/sign-up-permissions.ts";
import { userPermissions } from "./graph-permissions/user-permissions.ts";

/** The well-known id of Graph, the same in every deployment, because clients have it built in. */
export const graphApplicationId = "00000003-0000-0000-c000-000000000000" as ApplicationId;

/** The address clients ask tokens for when they know nothing of this deployment. */
export const wellKnownGraphUri = "https://graph.microsoft.com";

/** Everything that can be permitted over Graph, written area by area. */
export const graphPermissions = [
  ...userPermissions,
  ...directoryPermissions,
  ...applicationPermissions,
  ...policyPermissions,
  ...federationPermissions,
  ...signUpPermissions,
  ...signInPermissions,
] as const satisfies readonly GraphPermission[];

const permissions: readonly GraphPermission[] = graphPermissions;

const exposedScopes: readonly ExposedScope[] = permissions.flatMap((permission) =>
  permission.scopeId === undefined
    ? []
    : [
        {
          scopeId: permission.scopeId as ScopeId,
          value: permission.value,
          consentBy: permission.consentBy,
          displayName: permission.displayName,
          description: permission.description,
          isEnabled: true,
        },
      ],
);

const appRoles: readonly AppRole[] = permissions.flatMap((permission) =>
  permission.roleId === undefined
    ? []
    : [
        {
          roleId: permission.roleId as AppRoleId,
          value: permission.value,
          displayName: permission.displayName,
          description: permission.description,
          forUsers: false,
          forApplications: true,
          isEnabled: true,
        },
      ],
);

/** What these roles of Graph are called; ids of none are passed over. */
export function graphAppRoleValues(roleIds: readonly AppRoleId[]): string[] {
  return appRoles.flatMap((role) => (roleIds.includes(role.roleId) ? (role.value ?? []) : []));
}

/** Graph's registration as each tenant sees it. No row stands behind it. */
export function graphApplication(tenantId: TenantId, graphUris: readonly string[]): Application {
  return {
    ...bareRegistration({
      tenantId,
      objectId: graphApplicationId as string as ApplicationObjectId,
      applicationId: graphApplicationId,
      displayName: "Graph",
    }),
    identifierUris: graphUris,
    audience: "tenants",
    accessTokenVersion: 1,
    appRoles,
    exposedScopes,
  };
}
