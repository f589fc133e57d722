import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { PageQuery } from "../../platform/database/select-page.ts";
import { countAssignmentsWhere, selectAssignmentPage } from "./assignment-query-store.ts";
import type {
  AppRoleAssignment,
  AssignmentCondition,
  AssignmentProperties,
  AssignmentSide,
} from "./rules/app-role-assignment.ts";

/** One page of who is assigned to a resource, or of what is assigned to somebody. */
export function queryAssignments(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: AssignmentSide,
  query: PageQuery<AssignmentProperties>,
): Promise<AppRoleAssignment[]> {
  return selectAssignmentPage(handle, tenantId, side, query);
}

/** How many there are. */
export function countAssignments(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: AssignmentSide,
  where?: AssignmentCondition,
): Promise<number> {
  return countAssignmentsWhere(handle, tenantId, side, where);
}
