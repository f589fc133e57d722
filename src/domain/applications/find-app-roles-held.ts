import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectRoleIdsOfApplication } from "./assignment-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { graphAppRoleValues } from "./rules/graph-permissions.ts";

/**
 * What an application may do over Graph as itself, read now and not remembered: rights are decided on it. Its service
 * principal may be deleted, and come back with all of it.
 */
export async function findAppRolesHeld(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<readonly string[]> {
  const graph = await ensureGraphServicePrincipal(handle, tenantId);
  const held = await selectRoleIdsOfApplication(handle, tenantId, applicationId, graph.servicePrincipalId);
  return graphAppRoleValues(held);
}
