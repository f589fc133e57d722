import { type RawBuilder, type Selectable, sql } from "kysely";
import type { ApplicationTable } from "../../platform/database/schema/application-tables.ts";
import type { Application, AppRole, ExposedScope, RedirectUriRegistration } from "./rules/application.ts";

const appRoleColumns = [
  "role_id",
  "value",
  "display_name",
  "description",
  "for_users",
  "for_applications",
  "is_enabled",
];

const scopeColumns = [
  "scope_id",
  "value",
  "consent_by",
  "display_name",
  "description",
  "user_display_name",
  "user_description",
  "is_enabled",
];

/** What a row of `application` is selected with to be whole. */
export const applicationParts = [
  parts<RedirectUriRegistration>("application_redirect_uri", ["platform", "uri"], "uri").as("redirectUris"),
  parts<Stored<AppRole>>("application_role", appRoleColumns, "display_name").as("appRoles"),
  parts<Stored<ExposedScope>>("application_scope", scopeColumns, "value").as("exposedScopes"),
] as const;

/** A row of `application` together with `applicationParts`. */
type ApplicationRow = Selectable<ApplicationTable> & {
  readonly redirectUris: RedirectUriRegistration[];
  readonly appRoles: Stored<AppRole>[];
  readonly exposedScopes: Stored<ExposedScope>[];
};

/** The registration in a row. */
export function applicationFromRow(row: ApplicationRow): Application {
  const { applicationId, objectId, tenantId, displayName, createdAt } = row;
  return {
    tenantId,
    objectId,
    applicationId,
    displayName,
    identifierUris: row.identifierUris,
    audience: row.audience,
    redirectUris: row.redirectUris,
    issuesIdToken: row.issuesIdToken,
    issuesAccessToken: row.issuesAccessToken,
    allowsPublicClient: row.allowsPublicClient,
    requiresSignedRequests: row.requiresSignedRequests,
    accessTokenVersion: row.accessTokenVersion === 1 ? 1 : 2,
    groupClaims: row.groupClaims,
    optionalClaims: row.optionalClaims,
    appRoles: row.appRoles.map((role) => ({ ...role, value: role.value ?? undefined })),
    exposedScopes: row.exposedScopes.map((scope) => ({
      ...scope,
      userDisplayName: scope.userDisplayName ?? undefined,
      userDescription: scope.userDescription ?? undefined,
    })),
    requiredPermissions: row.requiredPermissions,
    preauthorizedClients: row.preauthorizedClients,
    knownClients: row.knownClients,
    homePageUrl: row.homePageUrl ?? undefined,
    logoutUrl: row.logoutUrl ?? undefined,
    backChannelLogoutUrl: row.backChannelLogoutUrl ?? undefined,
    description: row.description ?? undefined,
    notes: row.notes ?? undefined,
    tags: row.tags,
    informationUrls: row.informationUrls,
    createdAt,
    deletedAt: row.deletedAt ?? undefined,
  };
}

/** As the database has it: null where the domain says undefined. */
type Stored<Value> = {
  readonly [Name in keyof Value]-?: undefined extends Value[Name]
    ? Exclude<Value[Name], undefined> | null
    : Value[Name];
};

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
