import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import type { Application, ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";

export interface RequiredResources {
  readonly present: readonly ApplicationInTenant[];
  /** Named by the registration, but not in the tenant. */
  readonly absent: readonly ApplicationId[];
}

/** The resources that a client is registered to need. */
export async function findRequiredResources(
  machine: Machine,
  tenantId: TenantId,
  client: Pick<Application, "requiredPermissions">,
): Promise<RequiredResources> {
  const ids = client.requiredPermissions.map((required) => required.resourceApplicationId);
  const found = await Promise.all(ids.map((id) => findApplicationInTenant(machine.database, tenantId, id)));
  return {
    present: found.filter((resource) => resource !== undefined),
    absent: ids.filter((_, index) => found[index] === undefined),
  };
}
