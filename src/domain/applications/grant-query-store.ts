import { type Insertable, type SqlBool, sql } from "kysely";
import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { PermissionGrantTable } from "../../platform/database/schema/application-tables.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import type { GrantCondition, GrantId, GrantProperties, PermissionGrant } from "./rules/permission-grant.ts";

/** Whose grants are meant: all, those of a client, or those a person gave. */
export type GrantSide = "all" | { readonly clientId: ServicePrincipalId } | { readonly principalId: UserId };

const grantTable: ListedTable<GrantProperties> = {
  name: "permissionGrant",
  id: "grant_id",
  columns: {
    grantId: { type: "id", sql: "grant_id" },
    clientId: { type: "id", sql: "client_id" },
    resourceId: { type: "id", sql: "resource_id" },
    principalId: { type: "id", sql: "principal_id" },
    reach: { type: "text", sql: "case when principal_id is null then 'everybody' else 'one-person' end" },
  },
};

/** One page of grants between applications that are not deleted. */
export async function selectGrantPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: GrantSide,
  query: PageQuery<GrantProperties>,
): Promise<PermissionGrant[]> {
  const select = ofSide(handle, tenantId, side).select([
    "grantId",
    "clientId",
    "resourceId",
    "principalId",
    "scopes",
  ]);
  const rows = await selectPage(handle, grantTable, tenantId, query, select);
  return rows.map((row) => ({
    ...row,
    grantId: row.grantId as GrantId,
    principalId: row.principalId ?? undefined,
  }));
}

/** How many fulfil the condition. */
export async function countGrantsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: GrantSide,
  where: GrantCondition | undefined,
): Promise<number> {
  const row = await ofSide(handle, tenantId, side)
    .select(sql<string>`count(*)`.as("count"))
    .where(compileCondition(grantTable.columns, where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Adds a grant; false when the client has one for this resource and person. */
export async function insertGrant(
  transaction: DatabaseTransaction,
  row: Insertable<PermissionGrantTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("permissionGrant")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Changes what is granted. */
export async function updateGrantScopes(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  grantId: GrantId,
  scopes: readonly string[],
): Promise<void> {
  await transaction
    .updateTable("permissionGrant")
    .set({ scopes: [...scopes] })
    .where("tenantId", "=", tenantId)
    .where("grantId", "=", grantId)
    .execute();
}

/** Takes a grant away. */
export async function deleteGrant(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  grantId: GrantId,
): Promise<void> {
  await transaction
    .deleteFrom("permissionGrant")
    .where("tenantId", "=", tenantId)
    .where("grantId", "=", grantId)
    .execute();
}

function ofSide(handle: DatabaseHandle, tenantId: TenantId, side: GrantSide) {
  const all = handle
    .selectFrom("permissionGrant")
    .where("tenantId", "=", tenantId)
    .where(sql<SqlBool>`not exists (select from service_principal gone
      where gone.tenant_id = permission_grant.tenant_id
        and gone.service_principal_id in (client_id, resource_id) and gone.deleted_at is not null)`);
  if (side === "all") return all;
  return "clientId" in side
    ? all.where("clientId", "=", side.clientId)
    : all.where("principalId", "=", side.principalId);
}
