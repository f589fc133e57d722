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
  },
};

/** One page of living registrations. */
export async function selectApplicationPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery<ApplicationProperties>,
): Promise<Application[]> {
  const rows = await selectPage(handle, applicationTable, tenantId, query, living(handle, tenantId));
  return rows.map(applicationFromRow);
}

/** How many living registrations of the tenant fulfil the condition. */
export async function countApplicationsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  where: ApplicationCondition | undefined,
): Promise<number> {
  const row = await handle
    .selectFrom("application")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where(compileCondition(applicationTable.columns, where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A living registration of the tenant. */
export async function selectRegistration(
  handle: DatabaseHandle,
  tenantId: TenantId,
  by: { readonly objectId: ApplicationObjectId } | { readonly applicationId: ApplicationId },
): Promise<Application | undefined> {
  const registrations = living(handle, tenantId);
  const row = await ("objectId" in by
    ? registrations.where("objectId", "=", by.objectId)
    : registrations.where("applicationId", "=", by.applicationId)
  ).executeTakeFirst();
  return row && applicationFromRow(row);
}

function living(handle: DatabaseHandle, tenantId: TenantId) {
  return handle
    .selectFrom("application")
    .selectAll("application")
    .select(applicationParts)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null);
}
