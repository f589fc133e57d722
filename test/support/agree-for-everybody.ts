import { findApplicationInTenant } from "../../src/domain/applications/find-application.ts";
import { grantPermission } from "../../src/domain/applications/grant-permission.ts";
import type { ApplicationId, TenantId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { byOperator } from "./test-machine.ts";

/** An administrator's consent: one application may do something at another for everybody in the tenant. */
export async function agreeForEverybody(
  machine: Machine,
  tenantId: TenantId,
  agreed: { readonly client: string; readonly resource: string; readonly scopes: readonly string[] },
): Promise<void> {
  const [client, resource] = await Promise.all(
    [agreed.client, agreed.resource].map((id) =>
      findApplicationInTenant(machine.database, tenantId, id as ApplicationId),
    ),
  );
  if (!client || !resource) throw new Error("one of the two applications is not there");
  const grant = {
    tenantId,
    clientId: client.servicePrincipal.servicePrincipalId,
    resourceId: resource.servicePrincipal.servicePrincipalId,
    scopes: agreed.scopes,
  };
  await machine.database
    .transaction()
    .execute((transaction) => grantPermission(transaction, machine.clock(), byOperator, grant));
}
