import type { AppRoleId, ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectRoleIdsOfServicePrincipal, selectRoleIdsOfUser } from "./assignment-store.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";

export interface HeldAppRoles {
  /** Whether there is any assignment, be it without a role: what "assignment required" asks for. */
  readonly isAssigned: boolean;
  /** What tokens carry in `roles`. */
  readonly values: readonly string[];
}

/** Roles of a resource that a user holds, directly or through groups they were put into. */
export async function appRolesOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<HeldAppRoles> {
  const roleIds = await selectRoleIdsOfUser(handle, tenantId, resourceId, userId);
  return heldRoles(handle, tenantId, resourceId, roleIds);
}

/** Roles of a resource that an application holds for itself: its application permissions. */
export async function appRolesOfServicePrincipal(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientServicePrincipalId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
): Promise<HeldAppRoles> {
  const roleIds = await selectRoleIdsOfServicePrincipal(
    handle,
    tenantId,
    clientServicePrincipalId,
    resourceId,
  );
  return heldRoles(handle, tenantId, resourceId, roleIds);
}

async function heldRoles(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
  roleIds: readonly AppRoleId[],
): Promise<HeldAppRoles> {
  if (roleIds.length === 0) return { isAssigned: false, values: [] };
  const resource = await findApplicationByServicePrincipal(handle, tenantId, resourceId);
  const values = (resource?.application.appRoles ?? []).flatMap((role) =>
    role.isEnabled && role.value !== undefined && roleIds.includes(role.roleId) ? [role.value] : [],
  );
  return { isAssigned: true, values: values.sort() };
}
