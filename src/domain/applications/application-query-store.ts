import { sql } from "kysely";
import type { ApplicationId, ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import { applicationFromRow, applicationParts } from "./application-parts-store.ts";
import type { Application } from "./rules/application.ts";
import type { ApplicationCondition, ApplicationProperties } from "./rules/application-condition.ts";
import { comparableIdentifier } from "./rules/identifier-uri.ts";

const applicationTable: ListedTable<ApplicationProperties> = {
  name: "application",
  id: "object_id",
  columns: {
    objectId: { type: "id", sql: "object_id" },
    applicationId: { type: "id", sql: "application_id" },
    displayName: { type: "text", sql: "lower(display_name)" },
    description: { type: "text", sql: "lower(description)" },
    audience: { type: "text", sql: "audience" },
    identifierUris: {
      type: "list",
      sql: "identifier_uris",
      spellings: (typed) => [typed, comparableIdentifier(typed)],
    },
    tags: { type: "list", sql: "tags", spellings: (typed) => [typed] },
    createdAt: { type: "moment", sql: "created_at" },
    deletedAt: { type: "moment", sql: "deleted_at" },
  },
};

/** Whether living registrations are meant, or those that were deleted. */
export interface AmongRegistrations {
  readonly deleted?: boolean;
}

export interface ApplicationPageQuery extends PageQuery<ApplicationProperties>, AmongRegistrations {}

export interface ApplicationCountQuery extends AmongRegistrations {
  readonly where?: ApplicationCondition | undefined;
}

/** One page of registrations. */
export async function selectApplicationPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ApplicationPageQuery,
): Promise<Application[]> {
  const select = registrations(handle, tenantId, query);
  const rows = await selectPage(handle, applicationTable, tenantId, query, select);
  return rows.map(applicationFromRow);
}

/** How many registrations of the tenant fulfil the condition. */
export async function countApplicationsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ApplicationCountQuery,
): Promise<number> {
  const row = await handle
    .selectFrom("application")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where("deletedAt", query.deleted ? "is not" : "is", null)
    .where(compileCondition(applicationTable.columns, query.where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A registration of the tenant, a living one unless deleted ones are asked for. */
export async function selectRegistration(
  handle: DatabaseHandle,
  tenantId: TenantId,
  by: { readonly objectId: ApplicationObjectId } | { readonly applicationId: ApplicationId },
  among: AmongRegistrations = {},
): Promise<Application | undefined> {
  const ofTenant = registrations(handle, tenantId, among);
  const row = await ("objectId" in by
    ? ofTenant.where("objectId", "=", by.objectId)
    : ofTenant.where("applicationId", "=", by.applicationId)
  ).executeTakeFirst();
  return row && applicationFromRow(row);
}

function registrations(handle: DatabaseHandle, tenantId: TenantId, { deleted }: AmongRegistrations) {
  return handle
    .selectFrom("application")
    .selectAll("application")
    .select(applicationParts)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", deleted ? "is not" : "is", null);
}
