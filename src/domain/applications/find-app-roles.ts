import type { AppRoleId, ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { selectRoleIdsOfServicePrincipal, selectRoleIdsOfUser } from "./assignment-store.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";

export interface HeldAppRoles {
  /** Whether there is any assignment, be it without a role: what "assignment required" asks for. */
  readonly isAssigned: boolean;
  /** What tokens carry in `roles`. */
  readonly values: readonly string[];
}

/** Applications that act as themselves ask for tokens in bursts, always with the same assignments. */
const recent = recentAnswers<HeldAppRoles>(3);

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
  const held = await recent.get(
    handle,
    `${tenantId} ${clientServicePrincipalId} ${resourceId}`,
    async (asked) => {
      const roleIds = await selectRoleIdsOfServicePrincipal(
        asked,
        tenantId,
        clientServicePrincipalId,
        resourceId,
      );
      return heldRoles(asked, tenantId, resourceId, roleIds);
    },
  );
  return held ?? { isAssigned: false, values: [] };
}

/** To be called after every committed change of what applications are assigned. */
export function forgetAppRoles(database: Database): void {
  recent.forget(database);
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
