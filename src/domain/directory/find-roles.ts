import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectRoles } from "./role-store.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";

/** The directory roles a user holds. */
export function rolesOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<DirectoryRole[]> {
  return selectRoles(handle, tenantId, userId);
}
