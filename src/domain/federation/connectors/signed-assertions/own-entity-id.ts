import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";

/** Who a tenant is to a provider: one entity for each tenant, so that no assertion is good for two of them. */
export function ownEntityId(machine: Machine, tenantId: TenantId): string {
  return `${machine.configuration.publicUrl}/${tenantId}/`;
}
