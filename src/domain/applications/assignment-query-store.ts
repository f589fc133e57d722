import { type SqlBool, sql } from "kysely";
import type { Branded, TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import type {
  AppRoleAssignment,
  AssignmentCondition,
  AssignmentId,
  AssignmentProperties,
  AssignmentSide,
} from "./rules/app-role-assignment.ts";

const assignmentTable: ListedTable<AssignmentProperties> = {
  name: "appRoleAssignment",
  id: "assignment_id",
  columns: {
    assignmentId: { type: "id", sql: "assignment_id" },
    principalId: { type: "id", sql: "principal_id" },
    resourceId: { type: "id", sql: "resource_id" },
    roleId: { type: "id", sql: "role_id" },
    createdAt: { type: "moment", sql: "created_at" },
  },
};

/** One page of assignments between those who are not deleted. */
export async function selectAssignmentPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: AssignmentSide,
  query: PageQuery<AssignmentProperties>,
): Promise<AppRoleAssignment[]> {
  const select = ofSide(handle, tenantId, side).select([
    "assignmentId",
    "principalKind",
    "principalId",
    "resourceId",
    "roleId",
    "createdAt",
  ]);
  const rows = await selectPage(handle, assignmentTable, tenantId, query, select);
  return rows as AppRoleAssignment[];
}

/** How many fulfil the condition. */
export async function countAssignmentsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  side: AssignmentSide,
  where: AssignmentCondition | undefined,
): Promise<number> {
  const row = await ofSide(handle, tenantId, side)
    .select(sql<string>`count(*)`.as("count"))
    .where(compileCondition(assignmentTable.columns, where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Takes an assignment away. */
export async function deleteAssignment(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  assignmentId: AssignmentId,
): Promise<void> {
  await transaction
    .deleteFrom("appRoleAssignment")
    .where("tenantId", "=", tenantId)
    .where("assignmentId", "=", assignmentId)
    .execute();
}

function ofSide(handle: DatabaseHandle, tenantId: TenantId, side: AssignmentSide) {
  const all = handle
    .selectFrom("appRoleAssignment")
    .where("tenantId", "=", tenantId)
    .where(sql<SqlBool>`exists (select from service_principal resource
      where resource.tenant_id = app_role_assignment.tenant_id
        and resource.service_principal_id = resource_id and resource.deleted_at is null)`)
    .where(sql<SqlBool>`case principal_kind
      when 'user' then exists (select from "user" person where person.tenant_id = app_role_assignment.tenant_id
        and person.user_id = principal_id and person.deleted_at is null)
      when 'group' then exists (select from "group" team where team.tenant_id = app_role_assignment.tenant_id
        and team.group_id = principal_id and team.deleted_at is null)
      else exists (select from service_principal client where client.tenant_id = app_role_assignment.tenant_id
        and client.service_principal_id = principal_id and client.deleted_at is null) end`);
  return "resourceId" in side
    ? all.where("resourceId", "=", side.resourceId)
    : all.where("principalId", "=", side.principalId as Branded<string>);
}
