import type { Application } from "../../domain/applications/rules/application.ts";
import type { RequestedPermissions } from "../../domain/signin/rules/authorization-request.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findRequiredResources } from "./find-required-resources.ts";
import { permissionsAlong } from "./permissions-along.ts";
import type { ResolvedResource } from "./resolve-scopes.ts";
import { requestedPermissions } from "./rules/requested-permissions.ts";

/** What a person would be asked to consent to for these resources. */
export async function permissionsAsked(
  machine: Machine,
  tenantId: TenantId,
  application: Application,
  resources: readonly ResolvedResource[],
): Promise<RequestedPermissions[]> {
  const asksByDefault = resources.some(({ defaultSpelling }) => defaultSpelling !== undefined);
  if (!asksByDefault) return requestedPermissions(application, resources, []);
  const [required, along] = await Promise.all([
    findRequiredResources(machine, tenantId, application),
    permissionsAlong(machine, tenantId, application, resources),
  ]);
  return [...requestedPermissions(application, resources, required.present), ...along];
}
