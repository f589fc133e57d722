import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { ApplicationId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { ApplicationTable } from "../../platform/database/database-schema.ts";
import type {
  Application,
  ApplicationInTenant,
  AppRole,
  ExposedScope,
  RedirectUriRegistration,
  ServicePrincipal,
} from "./rules/application.ts";

/** Which applications of a tenant are meant. */
export type ApplicationFilter =
  | { readonly applicationId: ApplicationId }
  | { readonly servicePrincipalId: ServicePrincipalId }
  | { readonly identifierUri: string }
  /** Enabled, with a page to open, and assigned to one of these principals or open to everybody. */
  | { readonly openTo: readonly string[] }
  | "all";

/** Applications present in a tenant, complete in one statement. Another tenant's only if they are made for many. */
export async function selectApplicationsInTenant(
  handle: DatabaseHandle,
  tenantId: TenantId,
  filter: ApplicationFilter,
): Promise<ApplicationInTenant[]> {
  const rows = await handle
    .selectFrom("servicePrincipal as principal")
    .innerJoin("application", "application.applicationId", "principal.applicationId")
    .selectAll("application")
    .select([
      "principal.servicePrincipalId",
      "principal.displayName as principalName",
      "principal.accountEnabled",
      "principal.assignmentRequired",
      parts<RedirectUriRegistration>("application_redirect_uri", ["platform", "uri"], "uri").as(
        "redirectUris",
      ),
      parts<Stored<AppRole>>(
        "application_role",
        ["role_id", "value", "display_name", "description", "for_users", "for_applications", "is_enabled"],
        "display_name",
      ).as("appRoles"),
      parts<ExposedScope>(
        "application_scope",
        ["scope_id", "value", "consent_by", "display_name", "description", "is_enabled"],
        "value",
      ).as("exposedScopes"),
    ])
    .where("principal.tenantId", "=", tenantId)
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
    },
  }));
}

type ApplicationRow = Selectable<ApplicationTable> & {
  readonly redirectUris: RedirectUriRegistration[];
  readonly appRoles: Stored<AppRole>[];
  readonly exposedScopes: ExposedScope[];
};

function applicationFromRow(row: ApplicationRow): Application {
  return {
    tenantId: row.tenantId,
    objectId: row.objectId,
    applicationId: row.applicationId,
    displayName: row.displayName,
    identifierUris: row.identifierUris,
    audience: row.audience,
    redirectUris: row.redirectUris,
    issuesIdToken: row.issuesIdToken,
    issuesAccessToken: row.issuesAccessToken,
    allowsPublicClient: row.allowsPublicClient,
    accessTokenVersion: row.accessTokenVersion === 1 ? 1 : 2,
    groupClaims: row.groupClaims,
    optionalClaims: row.optionalClaims,
    appRoles: row.appRoles.map((role) => ({ ...role, value: role.value ?? undefined })),
    exposedScopes: row.exposedScopes,
    requiredPermissions: row.requiredPermissions,
    homePageUrl: row.homePageUrl ?? undefined,
    logoutUrl: row.logoutUrl ?? undefined,
  };
}

type Stored<Value extends { value: unknown }> = Omit<Value, "value"> & { readonly value: string | null };

/** The rows of a table that belong to the application, as one JSON list with property names in camel case. */
function parts<Row>(table: string, columns: readonly string[], order: string): RawBuilder<Row[]> {
  const pairs = columns.map((column) => `'${camelCase(column)}', ${column}`).join(", ");
  return sql<
    Row[]
  >`(select coalesce(jsonb_agg(jsonb_build_object(${sql.raw(pairs)}) order by ${sql.raw(order)}), '[]')
    from ${sql.raw(table)} part
    where part.tenant_id = application.tenant_id and part.object_id = application.object_id)`;
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function filterCondition(filter: ApplicationFilter): RawBuilder<SqlBool> {
  if (filter === "all") return sql`true`;
  if ("applicationId" in filter) return sql`principal.application_id = ${filter.applicationId}`;
  if ("servicePrincipalId" in filter)
    return sql`principal.service_principal_id = ${filter.servicePrincipalId}`;
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
    .select([
      "tenantId",
      "servicePrincipalId",
      "applicationId",
      "displayName",
      "accountEnabled",
      "assignmentRequired",
    ])
    .where("tenantId", "=", tenantId);
  const query =
    "applicationId" in by
      ? ofTenant.where("applicationId", "=", by.applicationId)
      : ofTenant.where("servicePrincipalId", "=", by.servicePrincipalId);
  return query.executeTakeFirst();
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
