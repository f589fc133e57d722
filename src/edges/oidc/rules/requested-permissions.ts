import type {
  Application,
  ApplicationInTenant,
  AppRole,
  ExposedScope,
} from "../../../domain/applications/rules/application.ts";
import type {
  RegistrationFlaw,
  RequestedPermissions,
} from "../../../domain/signin/rules/authorization-request.ts";

/** What a request asks of one resource. */
interface AskedOfResource {
  readonly resource: ApplicationInTenant;
  readonly named: readonly { readonly scope: ExposedScope }[];
  readonly defaultSpelling: string | undefined;
}

/**
 * What a person is asked to consent to: the scopes by name, or for `.default` those the client is registered to need,
 * of this resource and of all others (`required`).
 */
export function requestedPermissions(
  client: Pick<Application, "applicationId" | "requiredPermissions">,
  resources: readonly AskedOfResource[],
  required: readonly ApplicationInTenant[],
): RequestedPermissions[] {
  const byDefault = resources.filter(({ defaultSpelling }) => defaultSpelling !== undefined);
  const isAskedByDefault = ({ servicePrincipal }: ApplicationInTenant) =>
    byDefault.some(
      ({ resource }) => resource.servicePrincipal.servicePrincipalId === servicePrincipal.servicePrincipalId,
    );
  const beside = byDefault.length > 0 ? required.filter((resource) => !isAskedByDefault(resource)) : [];
  return [
    ...resources.map(({ resource, named, defaultSpelling }) =>
      defaultSpelling === undefined
        ? permissionsOf(
            resource,
            "by-name",
            named.map(({ scope }) => scope),
          )
        : permissionsByDefault(client, resource),
    ),
    ...beside.map((resource) =>
      permissionsOf(resource, "beside-default", requiredScopes(client, resource.application)),
    ),
  ];
}

function permissionsByDefault(
  client: Pick<Application, "applicationId" | "requiredPermissions">,
  resource: ApplicationInTenant,
): RequestedPermissions {
  const scopes = requiredScopes(client, resource.application);
  const permissions = permissionsOf(resource, "by-default", scopes);
  return scopes.length > 0 ? permissions : { ...permissions, flaw: flawOf(client, resource.application) };
}

/** Why a registration gets nothing of a resource by `.default`. */
function flawOf(
  client: Pick<Application, "applicationId" | "requiredPermissions">,
  resource: Pick<Application, "applicationId">,
): RegistrationFlaw {
  const named = client.requiredPermissions.find(
    (permission) => permission.resourceApplicationId === resource.applicationId,
  );
  if (named) return named.scopeIds.length > 0 ? "registration-outdated" : "no-permission-registered";
  return resource.applicationId === client.applicationId ? "resource-is-itself" : "resource-not-registered";
}

/** Scopes of a resource as the person who consents is told about them. */
export function permissionsOf(
  { application, servicePrincipal }: ApplicationInTenant,
  asked: RequestedPermissions["asked"],
  scopes: readonly ExposedScope[],
): RequestedPermissions {
  return {
    resourceId: servicePrincipal.servicePrincipalId,
    resourceApplicationId: application.applicationId,
    resourceName: servicePrincipal.displayName,
    asked,
    scopes: scopes.map(({ value, consentBy, ...scope }) => ({
      value,
      displayName: scope.userDisplayName ?? scope.displayName,
      description: scope.userDescription ?? scope.description,
      consentBy,
    })),
  };
}

/** The scopes of a resource that the client is registered to need and that the resource still has. */
export function requiredScopes(
  client: Pick<Application, "requiredPermissions">,
  resource: Pick<Application, "applicationId" | "exposedScopes">,
): ExposedScope[] {
  const required = client.requiredPermissions
    .filter((permission) => permission.resourceApplicationId === resource.applicationId)
    .flatMap((permission) => permission.scopeIds);
  return resource.exposedScopes.filter((scope) => scope.isEnabled && required.includes(scope.scopeId));
}

/** The same for roles of the client itself. */
export function requiredRoles(
  client: Pick<Application, "requiredPermissions">,
  resource: Pick<Application, "applicationId" | "appRoles">,
): AppRole[] {
  const required = client.requiredPermissions
    .filter((permission) => permission.resourceApplicationId === resource.applicationId)
    .flatMap((permission) => permission.roleIds);
  return resource.appRoles.filter(
    (role) => role.isEnabled && role.forApplications && required.includes(role.roleId),
  );
}
