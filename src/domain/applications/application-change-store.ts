import type { ApplicationObjectId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";

/** Which of these registrations the tenant has, living or not. */
export async function selectKeptRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await handle
    .selectFrom("application")
    .select("objectId")
    .where("tenantId", "=", tenantId)
    .where("objectId", "in", ids as readonly ApplicationObjectId[])
    .execute();
  return rows.map(({ objectId }) => objectId);
}

/** Which of these service principals the tenant has, living or not. */
export async function selectKeptServicePrincipals(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await handle
    .selectFrom("servicePrincipal")
    .select("servicePrincipalId")
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "in", ids as readonly ServicePrincipalId[])
    .execute();
  return rows.map(({ servicePrincipalId }) => servicePrincipalId);
}
