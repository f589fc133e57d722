import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { directGroupsOf } from "../directory/find-groups.ts";
import { selectApplicationsInTenant } from "./application-store.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

/** What a person can open from My Apps: assigned to them or their groups, or open to everybody in the tenant. */
export async function listApplicationsForUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<ApplicationInTenant[]> {
  const groups = await directGroupsOf(handle, tenantId, userId);
  return selectApplicationsInTenant(handle, tenantId, { openTo: [userId, ...groups] });
}

/** All applications present in the tenant, by name, without the built-in Graph. */
export function listApplications(handle: DatabaseHandle, tenantId: TenantId): Promise<ApplicationInTenant[]> {
  return selectApplicationsInTenant(handle, tenantId, "all");
}
