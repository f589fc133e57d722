import { assignAppRole } from "../../src/domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../src/domain/applications/ensure-graph-service-principal.ts";
import { findApplicationInTenant } from "../../src/domain/applications/find-application.ts";
import type { ApplicationId, TenantId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** Lets an application do more over Graph as itself. */
export async function permitApplication(
  machine: Machine,
  tenantId: TenantId,
  clientId: ApplicationId,
  permissions: readonly string[],
): Promise<void> {
  const client = await findApplicationInTenant(machine.database, tenantId, clientId);
  if (!client) throw new Error("there is no such application");
  const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
  const principal = { kind: "service-principal", id: client.servicePrincipal.servicePrincipalId } as const;
  for (const roleValue of permissions) {
    const role = { tenantId, principal, resourceId: graph.servicePrincipalId, roleValue };
    accepted(await assignAppRole(machine, byOperator, role));
  }
}
