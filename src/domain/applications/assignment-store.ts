import { type Insertable, sql } from "kysely";
import type {
  AppRoleId,
  GroupId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  AppRoleAssignmentTable,
  PermissionGrantTable,
} from "../../platform/database/database-schema.ts";

/** Adds an assignment; false when it is there already. */
export async function insertAppRoleAssignment(
  transaction: DatabaseTransaction,
  row: Insertable<AppRoleAssignmentTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("appRoleAssignment")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Roles of a resource that a user holds directly or through a group they are a direct member of. */
export async function selectRoleIdsOfUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<AppRoleId[]> {
  const { rows } = await sql<{ roleId: AppRoleId }>`
    select distinct assignment.role_id from app_role_assignment assignment
    where assignment.tenant_id = ${tenantId} and assignment.resource_id = ${resourceId}
      and (assignment.principal_id = ${userId} or assignment.principal_id in (
        select member.group_id from group_member member
        join "group" on "group".tenant_id = member.tenant_id and "group".group_id = member.group_id
        where member.tenant_id = ${tenantId} and member.member_id = ${userId}
          and "group".deleted_at is null))
    order by assignment.role_id`.execute(handle);
  return rows.map((row) => row.roleId);
}

/** Roles of a resource that an application itself holds. */
export async function selectRoleIdsOfServicePrincipal(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
): Promise<AppRoleId[]> {
  const rows = await handle
    .selectFrom("appRoleAssignment")
    .select("roleId")
    .where("tenantId", "=", tenantId)
    .where("principalId", "=", clientId)
    .where("resourceId", "=", resourceId)
    .orderBy("roleId")
    .execute();
  return rows.map((row) => row.roleId);
}

/** Groups that hold a role of the resource, or access without one. */
export async function selectAssignedGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
): Promise<GroupId[]> {
  const rows = await handle
    .selectFrom("appRoleAssignment")
    .select("principalId")
    .distinct()
    .where("tenantId", "=", tenantId)
    .where("resourceId", "=", resourceId)
    .where("principalKind", "=", "group")
    .execute();
  return rows.map((row) => row.principalId as GroupId);
}

/** Adds scopes to what a client may do at a resource for one person, or for everybody. */
export async function upsertPermissionGrant(
  transaction: DatabaseTransaction,
  row: Insertable<PermissionGrantTable>,
): Promise<void> {
  await transaction
    .insertInto("permissionGrant")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["tenantId", "clientId", "resourceId", "principalId"]).doUpdateSet({
        scopes: sql<string[]>`array(select distinct scope
          from unnest(permission_grant.scopes || excluded.scopes) scope order by scope)`,
      }),
    )
    .execute();
}

/** Scopes granted for this person, together with those granted for everybody. */
export async function selectGrantedScopes(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<string[]> {
  const rows = await handle
    .selectFrom("permissionGrant")
    .select("scopes")
    .where("tenantId", "=", tenantId)
    .where("clientId", "=", clientId)
    .where("resourceId", "=", resourceId)
    .where((expression) =>
      expression.or([expression("principalId", "is", null), expression("principalId", "=", userId)]),
    )
    .execute();
  return [...new Set(rows.flatMap((row) => row.scopes))].sort();
}
