import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectServicePrincipal } from "./application-store.ts";
import { selectRoleIdsOfServicePrincipal } from "./assignment-store.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { graphAppRoleValues } from "./rules/graph-permissions.ts";

/** What an application may do over Graph as itself, read now and not remembered: rights are decided on it. */
export async function findAppRolesHeld(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<readonly string[]> {
  const principal = await selectServicePrincipal(handle, tenantId, { applicationId });
  if (!principal) return [];
  const graph = await ensureGraphServicePrincipal(handle, tenantId);
  const held = await selectRoleIdsOfServicePrincipal(
    handle,
    tenantId,
    principal.servicePrincipalId,
    graph.servicePrincipalId,
  );
  return graphAppRoleValues(held);
}
