import { type Insertable, sql, type Updateable } from "kysely";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { TenantDomainTable, TenantTable } from "../../platform/database/schema/directory-tables.ts";
import { brandingColumn, readBrandings } from "./branding/branding-store.ts";
import type { Tenant } from "./rules/tenant.ts";

/** The tenants that match, with their verified domains. */
export async function selectTenants(
  handle: DatabaseHandle,
  by: { readonly tenantId: TenantId } | { readonly domain: string } | "first" | "all",
): Promise<Tenant[]> {
  let query = handle
    .selectFrom("tenant")
    .selectAll("tenant")
    .select((expression) =>
      expression
        .selectFrom("tenantDomain")
        .select(
          sql<{ name: string; isDefault: boolean }[]>`coalesce(jsonb_agg(jsonb_build_object(
            'name', name, 'isDefault', is_default) order by is_initial, name), '[]')`.as("domains"),
        )
        .whereRef("tenantDomain.tenantId", "=", "tenant.tenantId")
        .where("verifiedAt", "is not", null)
        .as("domains"),
    )
    .select(brandingColumn().as("brandings"));
  if (by === "all" || by === "first")
    query = query.orderBy("createdAt").orderBy("displayName").orderBy("tenantId");
  else if ("tenantId" in by) query = query.where("tenantId", "=", by.tenantId);
  else
    query = query.where("tenantId", "=", (expression) =>
      expression
        .selectFrom("tenantDomain")
        .select("tenantDomain.tenantId")
        .where("name", "=", by.domain)
        .where("verifiedAt", "is not", null),
    );
  const rows = await (by === "first" ? query.limit(1) : query).execute();
  return rows.map(({ domains, brandings, ...row }) => {
    const verified = domains ?? [];
    const names = verified.map((domain) => domain.name as DomainName);
    return {
      tenantId: row.tenantId,
      displayName: row.displayName,
      initialDomain: row.initialDomain as DomainName,
      primaryDomain: (verified.find((domain) => domain.isDefault)?.name ?? row.initialDomain) as DomainName,
      verifiedDomains: names,
      brandings: readBrandings(brandings),
      privacyStatementUrl: row.privacyStatementUrl ?? undefined,
      termsUrl: row.termsUrl ?? undefined,
      contactEmail: row.contactEmail ?? undefined,
      technicalContacts: row.technicalContacts,
      defaultLanguage: row.defaultLanguage,
      pairwiseSalt: row.pairwiseSalt,
      createdAt: row.createdAt,
    };
  });
}

/** Adds a tenant and its domains; false when the id, the initial domain or one of the domains is taken. */
export async function insertTenant(
  transaction: DatabaseTransaction,
  tenant: Insertable<TenantTable>,
  domains: readonly Insertable<TenantDomainTable>[],
): Promise<boolean> {
  const added = await transaction
    .insertInto("tenant")
    .values(tenant)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  const addedDomains = await transaction
    .insertInto("tenantDomain")
    .values(domains)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return addedDomains.numInsertedOrUpdatedRows === BigInt(domains.length);
}

/** Changes a tenant's own properties. */
export async function updateTenant(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  changes: Updateable<TenantTable>,
): Promise<void> {
  await transaction.updateTable("tenant").set(changes).where("tenantId", "=", tenantId).execute();
}

/** Keeps others from taking the same lock of a tenant until the transaction ends; nobody else waits for it. */
export async function lockTenantRow(transaction: DatabaseTransaction, tenantId: TenantId): Promise<void> {
  await transaction
    .selectFrom("tenant")
    .select("tenantId")
    .where("tenantId", "=", tenantId)
    .forNoKeyUpdate()
    .execute();
}
