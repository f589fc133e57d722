import type { Application } from "../../domain/applications/rules/application.ts";
import { isKnownClient } from "../../domain/applications/rules/is-known-client.ts";
import type { RequestedPermissions } from "../../domain/signin/rules/authorization-request.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findRequiredResources } from "./find-required-resources.ts";
import type { ResolvedResource } from "./resolve-scopes.ts";
import { permissionsOf, requiredScopes } from "./rules/requested-permissions.ts";

/**
 * What the resources asked for by `.default` need themselves, where they are one whole with the client: whoever
 * consents to the client consents to that along, so that nobody has to be asked by a service that has no pages.
 */
export async function permissionsAlong(
  machine: Machine,
  tenantId: TenantId,
  client: Application,
  resources: readonly ResolvedResource[],
): Promise<RequestedPermissions[]> {
  const parts = resources.filter(
    ({ defaultSpelling, resource }) =>
      defaultSpelling !== undefined && isKnownClient(resource.application, client),
  );
  const asked = await Promise.all(
    parts.map(async ({ resource: { application, servicePrincipal } }) => {
      const { servicePrincipalId, displayName } = servicePrincipal;
      const { present } = await findRequiredResources(machine, tenantId, application);
      return present.map((required) => ({
        ...permissionsOf(required, "beside-default", requiredScopes(application, required.application)),
        by: { servicePrincipalId, displayName },
      }));
    }),
  );
  return asked.flat().filter(({ scopes }) => scopes.length > 0);
}
