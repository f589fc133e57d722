import { sql } from "kysely";
import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type ListedTable, type PageQuery, selectPage } from "../../platform/database/select-page.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";
import { comparableIdentifier } from "./rules/identifier-uri.ts";
import type {
  ServicePrincipalCondition,
  ServicePrincipalProperties,
} from "./rules/service-principal-condition.ts";

const servicePrincipalTable: ListedTable<ServicePrincipalProperties> = {
  name: "servicePrincipal",
  id: "service_principal.service_principal_id",
  columns: {
    servicePrincipalId: { type: "id", sql: "service_principal.service_principal_id" },
    applicationId: { type: "id", sql: "service_principal.application_id" },
    // Graph has no registration: it belongs to each tenant.
    ownerTenantId: { type: "id", sql: "coalesce(application.tenant_id, service_principal.tenant_id)" },
    displayName: { type: "text", sql: "lower(service_principal.display_name)" },
    accountEnabled: { type: "flag", sql: "service_principal.account_enabled" },
    assignmentRequired: { type: "flag", sql: "service_principal.assignment_required" },
    identifierUris: {
      type: "list",
      sql: "(service_principal.application_id::text || coalesce(application.identifier_uris, '{}'))",
      spellings: (typed) => [typed, comparableIdentifier(typed)],
    },
    tags: { type: "list", sql: "service_principal.tags", spellings: (typed) => [typed] },
    createdAt: { type: "moment", sql: "service_principal.created_at" },
    deletedAt: { type: "moment", sql: "service_principal.deleted_at" },
  },
};

/** Whether service principals are meant that live, as their applications do, or those that were deleted. */
interface AmongServicePrincipals {
  readonly deleted?: boolean;
}

export interface ServicePrincipalPageQuery
  extends PageQuery<ServicePrincipalProperties>,
    AmongServicePrincipals {}

export interface ServicePrincipalCountQuery extends AmongServicePrincipals {
  readonly where?: ServicePrincipalCondition | undefined;
}

/** One page of the tenant's service principals, by id: those whose application may be used here. */
export async function selectServicePrincipalPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ServicePrincipalPageQuery,
): Promise<ServicePrincipalId[]> {
  const select = among(handle, tenantId, query).select("servicePrincipal.servicePrincipalId");
  const rows = await selectPage(handle, servicePrincipalTable, tenantId, query, select);
  return rows.map((row) => row.servicePrincipalId);
}

/** How many service principals of the tenant fulfil the condition. */
export async function countServicePrincipalsWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ServicePrincipalCountQuery,
): Promise<number> {
  const row = await among(handle, tenantId, query)
    .select(sql<string>`count(*)`.as("count"))
    .where(compileCondition(servicePrincipalTable.columns, query.where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function among(handle: DatabaseHandle, tenantId: TenantId, { deleted }: AmongServicePrincipals) {
  return handle
    .selectFrom("servicePrincipal")
    .leftJoin("application", "application.applicationId", "servicePrincipal.applicationId")
    .where("servicePrincipal.tenantId", "=", tenantId)
    .where("servicePrincipal.deletedAt", deleted ? "is not" : "is", null)
    .where((expression) =>
      expression.or([
        expression("servicePrincipal.applicationId", "=", graphApplicationId),
        expression.and([
          expression.and(deleted ? [] : [expression("application.deletedAt", "is", null)]),
          expression.or([
            expression("application.tenantId", "=", tenantId),
            expression("application.audience", "=", "tenants"),
          ]),
        ]),
      ]),
    );
}
