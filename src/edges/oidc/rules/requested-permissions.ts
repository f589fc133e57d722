import type {
  Application,
  ApplicationInTenant,
  ExposedScope,
} from "../../../domain/applications/rules/application.ts";
import type { RequestedPermissions } from "../../../domain/signin/rules/authorization-request.ts";

/** What a request asks of one resource. */
interface AskedOfResource {
  readonly resource: ApplicationInTenant;
  readonly named: readonly { readonly scope: ExposedScope }[];
  readonly defaultSpelling: string | undefined;
}

/** What a person is asked to consent to: the scopes by name, or for `.default` those the client is registered to need. */
export function requestedPermissions(
  client: Pick<Application, "requiredPermissions">,
  resources: readonly AskedOfResource[],
): RequestedPermissions[] {
  return resources.map(({ resource, named, defaultSpelling }) => ({
    resourceId: resource.servicePrincipal.servicePrincipalId,
    resourceName: resource.servicePrincipal.displayName,
    scopes: (defaultSpelling === undefined
      ? named.map(({ scope }) => scope)
      : requiredScopes(client, resource.application)
    ).map(({ value, displayName, consentBy }) => ({ value, displayName, consentBy })),
  }));
}

function requiredScopes(
  client: Pick<Application, "requiredPermissions">,
  resource: Pick<Application, "applicationId" | "exposedScopes">,
): ExposedScope[] {
  const required = client.requiredPermissions
    .filter((permission) => permission.resourceApplicationId === resource.applicationId)
    .flatMap((permission) => permission.scopes);
  return resource.exposedScopes.filter((scope) => scope.isEnabled && required.includes(scope.value));
}
