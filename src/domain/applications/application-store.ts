import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ApplicationId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { applicationFromRow, applicationParts } from "./application-parts-store.ts";
import type { ApplicationInTenant, ServicePrincipal } from "./rules/application.ts";

/** Which applications of a tenant are meant. */
export type ApplicationFilter =
  | { readonly applicationId: ApplicationId }
  | { readonly servicePrincipalId: ServicePrincipalId }
  | { readonly servicePrincipalIds: readonly ServicePrincipalId[] }
  | { readonly identifierUri: string }
  /** Enabled, with a page to open, and assigned to one of these principals or open to everybody. */
  | { readonly openTo: readonly string[] }
  | "all";

/**
 * Applications present in a tenant, complete in one statement. Another tenant's only if they are made for many. Or
 * presences that were deleted here, whether the registration is deleted too or not.
 */
export async function selectApplicationsInTenant(
  handle: DatabaseHandle,
  tenantId: TenantId,
  filter: ApplicationFilter,
  state: "living" | "deleted" = "living",
): Promise<ApplicationInTenant[]> {
  const rows = await handle
    .selectFrom("servicePrincipal as principal")
    .innerJoin("application", "application.applicationId", "principal.applicationId")
    .selectAll("application")
    .select([
      ...applicationParts,
      "principal.servicePrincipalId",
      "principal.displayName as principalName",
      "principal.accountEnabled",
      "principal.assignmentRequired",
      "principal.description as principalDescription",
      "principal.notes as principalNotes",
      "principal.loginUrl",
      "principal.singleSignOnMode",
      "principal.tags as principalTags",
      "principal.createdAt as presentSince",
      "principal.deletedAt as absentSince",
    ])
    .where("principal.tenantId", "=", tenantId)
    .where(
      state === "living"
        ? sql<SqlBool>`principal.deleted_at is null and application.deleted_at is null`
        : sql<SqlBool>`principal.deleted_at is not null`,
    )
    .where((expression) =>
      expression.or([
        expression("application.tenantId", "=", tenantId),
        expression("application.audience", "=", "tenants"),
      ]),
    )
    .where(filterCondition(filter))
    .orderBy("principal.displayName")
    .execute();
  return rows.map((row) => ({
    application: applicationFromRow(row),
    servicePrincipal: {
      tenantId,
      servicePrincipalId: row.servicePrincipalId,
      applicationId: row.applicationId,
      displayName: row.principalName,
      accountEnabled: row.accountEnabled,
      assignmentRequired: row.assignmentRequired,
      description: row.principalDescription ?? undefined,
      notes: row.principalNotes ?? undefined,
      loginUrl: row.loginUrl ?? undefined,
      singleSignOnMode: row.singleSignOnMode ?? undefined,
      tags: row.principalTags,
      createdAt: row.presentSince,
      deletedAt: row.absentSince ?? undefined,
    },
  }));
}

function filterCondition(filter: ApplicationFilter): RawBuilder<SqlBool> {
  if (filter === "all") return sql`true`;
  if ("applicationId" in filter) return sql`principal.application_id = ${filter.applicationId}`;
  if ("servicePrincipalId" in filter)
    return sql`principal.service_principal_id = ${filter.servicePrincipalId}`;
  if ("servicePrincipalIds" in filter)
    return sql`principal.service_principal_id = any(${filter.servicePrincipalIds}::uuid[])`;
  if ("identifierUri" in filter) return sql`${filter.identifierUri} = any(application.identifier_uris)`;
  return sql`principal.account_enabled and application.home_page_url is not null
    and (not principal.assignment_required or exists (
      select from app_role_assignment assignment where assignment.tenant_id = principal.tenant_id
        and assignment.resource_id = principal.service_principal_id
        and assignment.principal_id = any(${filter.openTo}::uuid[])))`;
}

/** The service principal of an application in a tenant, whatever stands behind it. */
export async function selectServicePrincipal(
  handle: DatabaseHandle,
  tenantId: TenantId,
  by: { readonly applicationId: ApplicationId } | { readonly servicePrincipalId: ServicePrincipalId },
): Promise<ServicePrincipal | undefined> {
  const ofTenant = handle
    .selectFrom("servicePrincipal")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null);
  const query =
    "applicationId" in by
      ? ofTenant.where("applicationId", "=", by.applicationId)
      : ofTenant.where("servicePrincipalId", "=", by.servicePrincipalId);
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const { deletedAt, description, notes, loginUrl, singleSignOnMode, ...principal } = row;
  return {
    ...principal,
    description: description ?? undefined,
    notes: notes ?? undefined,
    loginUrl: loginUrl ?? undefined,
    singleSignOnMode: singleSignOnMode ?? undefined,
    deletedAt: deletedAt ?? undefined,
  };
}

/** The home of an application; its id is unique among all tenants. */
export async function selectHomeOfApplication(
  handle: DatabaseHandle,
  applicationId: ApplicationId,
): Promise<TenantId | undefined> {
  const row = await handle
    .selectFrom("application")
    .select("tenantId")
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
  return row?.tenantId;
}

/** The home of an application that its tenant made for many; the application's id is unique among all tenants. */
export async function selectHomeOfSharedApplication(
  handle: DatabaseHandle,
  applicationId: ApplicationId,
): Promise<TenantId | undefined> {
  const row = await handle
    .selectFrom("application")
    .select("tenantId")
    .where("applicationId", "=", applicationId)
    .where("audience", "=", "tenants")
    .executeTakeFirst();
  return row?.tenantId;
}
