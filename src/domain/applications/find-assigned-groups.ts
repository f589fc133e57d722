import type { GroupId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectAssignedGroups } from "./assignment-store.ts";

/** Ids of the groups that were assigned to an application, in whatever role. */
export function assignedGroupsOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
): Promise<GroupId[]> {
  return selectAssignedGroups(handle, tenantId, resourceId);
}
