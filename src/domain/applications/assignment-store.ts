import { type Insertable, type Selectable, sql } from "kysely";
import type {
  ApplicationId,
  AppRoleId,
  GroupId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { gathered, type NumberedRow, rowsInOrder } from "../../platform/database/gathered.ts";
import type {
  AppRoleAssignmentTable,
  PermissionGrantTable,
} from "../../platform/database/schema/application-tables.ts";

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
export function selectRoleIdsOfUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<AppRoleId[]> {
  return askRoleIdsOfUser(handle, { tenantId, resourceId, userId });
}

interface UserAtResource {
  readonly tenantId: TenantId;
  readonly resourceId: ServicePrincipalId;
  readonly userId: UserId;
}

const askRoleIdsOfUser = gathered<UserAtResource, AppRoleId[]>(async (handle, asks) => {
  const { rows } = await sql<NumberedRow & { roleId: AppRoleId }>`
    select distinct asked.number, assignment.role_id
    from unnest(${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.resourceId)}::uuid[],
      ${asks.map((ask) => ask.userId)}::uuid[]) with ordinality as asked (tenant_id, resource_id, user_id, number)
    cross join lateral (
      select asked.user_id as id
      union all
      select member.group_id from group_member member
      join "group" on "group".tenant_id = member.tenant_id and "group".group_id = member.group_id
      where member.tenant_id = asked.tenant_id and member.member_id = asked.user_id
        and "group".deleted_at is null
    ) principal
    join app_role_assignment assignment on assignment.tenant_id = asked.tenant_id
      and assignment.resource_id = asked.resource_id and assignment.principal_id = principal.id`.execute(
    handle,
  );
  return rowsInOrder(asks, rows).map((own) => own.map((row) => row.roleId).sort());
});

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

/** The same of everything an application is or was in the tenant, as far as it can come back. */
export async function selectRoleIdsOfApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  applicationId: ApplicationId,
  resourceId: ServicePrincipalId,
): Promise<AppRoleId[]> {
  const rows = await handle
    .selectFrom("appRoleAssignment as assignment")
    .innerJoin("servicePrincipal as principal", (join) =>
      join
        .onRef("principal.tenantId", "=", "assignment.tenantId")
        .onRef("principal.servicePrincipalId", "=", "assignment.principalId"),
    )
    .select("assignment.roleId")
    .distinct()
    .where("assignment.tenantId", "=", tenantId)
    .where("principal.applicationId", "=", applicationId)
    .where("assignment.resourceId", "=", resourceId)
    .orderBy("assignment.roleId")
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
export function selectGrantedScopes(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
  userId: UserId,
): Promise<string[]> {
  return askGrantedScopes(handle, { tenantId, clientId, resourceId, userId });
}

const askGrantedScopes = gathered<UserAtResource & { readonly clientId: ServicePrincipalId }, string[]>(
  async (handle, asks) => {
    const { rows } = await sql<NumberedRow & { scopes: string[] }>`select asked.number, granted.scopes
      from unnest(${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.clientId)}::uuid[],
        ${asks.map((ask) => ask.resourceId)}::uuid[], ${asks.map((ask) => ask.userId)}::uuid[])
        with ordinality as asked (tenant_id, client_id, resource_id, user_id, number)
      join permission_grant granted on granted.tenant_id = asked.tenant_id
        and granted.client_id = asked.client_id and granted.resource_id = asked.resource_id
        and (granted.principal_id is null or granted.principal_id = asked.user_id)`.execute(handle);
    return rowsInOrder(asks, rows).map((own) => [...new Set(own.flatMap((row) => row.scopes))].sort());
  },
);

/** Scopes granted for everybody. */
export async function selectScopesGrantedToAll(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
): Promise<string[]> {
  const rows = await handle
    .selectFrom("permissionGrant")
    .select("scopes")
    .where("tenantId", "=", tenantId)
    .where("clientId", "=", clientId)
    .where("resourceId", "=", resourceId)
    .where("principalId", "is", null)
    .execute();
  return rows.flatMap((row) => row.scopes);
}

/** What one person granted by themselves, the clients in the order of their first grant. */
export async function selectGrantsOfPerson(
  handle: DatabaseHandle,
  tenantId: TenantId,
  principalId: UserId,
): Promise<Pick<PermissionGrantRow, "clientId" | "resourceId" | "scopes" | "createdAt">[]> {
  return handle
    .selectFrom("permissionGrant")
    .select(["clientId", "resourceId", "scopes", "createdAt"])
    .where("tenantId", "=", tenantId)
    .where("principalId", "=", principalId)
    .orderBy("createdAt")
    .execute();
}

type PermissionGrantRow = Selectable<PermissionGrantTable>;

/** Removes what one person granted a client by themselves; returns what that was. */
export async function deleteGrantsOfPerson(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  principalId: UserId,
): Promise<Pick<PermissionGrantRow, "resourceId" | "scopes">[]> {
  return transaction
    .deleteFrom("permissionGrant")
    .where("tenantId", "=", tenantId)
    .where("clientId", "=", clientId)
    .where("principalId", "=", principalId)
    .returning(["resourceId", "scopes"])
    .execute();
}
