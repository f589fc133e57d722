import type { Application } from "../../domain/applications/rules/application.ts";
import type { RequestedPermissions } from "../../domain/signin/rules/authorization-request.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findRequiredResources } from "./find-required-resources.ts";
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
  const required = asksByDefault ? await findRequiredResources(machine, tenantId, application) : undefined;
  return requestedPermissions(application, resources, required?.present ?? []);
}
