import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type AssignmentQuery, selectAssignments, selectRoleHolders, selectRoles } from "./role-store.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";
import type { RoleAssignment } from "./rules/role-assignment.ts";
import type { User } from "./rules/user.ts";

/** The directory roles a user holds. */
export function rolesOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<DirectoryRole[]> {
  return selectRoles(handle, tenantId, userId);
}

/** Who of the living holds which role, by user and role. */
export function listRoleAssignments(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: AssignmentQuery,
): Promise<RoleAssignment[]> {
  return selectAssignments(handle, tenantId, query);
}

/** The living users who hold a role, by name. */
export function listRoleHolders(
  handle: DatabaseHandle,
  tenantId: TenantId,
  role: DirectoryRole,
): Promise<User[]> {
  return selectRoleHolders(handle, tenantId, role);
}
