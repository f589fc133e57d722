import type { Selectable } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { DomainRestrictionTable } from "../../platform/database/schema/directory-tables.ts";
import type { DomainPolicy } from "./rules/domain-policy.ts";

/** A tenant's list, if it has one. */
export async function selectDomainPolicy(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<DomainPolicy | undefined> {
  const row = await handle
    .selectFrom("domainRestriction")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .executeTakeFirst();
  return row && policyOf(row);
}

/** The same, which nobody else changes before the transaction ends. */
export async function lockDomainPolicy(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
): Promise<DomainPolicy | undefined> {
  const row = await transaction
    .selectFrom("domainRestriction")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .forUpdate()
    .executeTakeFirst();
  return row && policyOf(row);
}

/** Writes the list of a tenant in the place of the one it had. */
export async function upsertDomainPolicy(
  transaction: DatabaseTransaction,
  { restriction, tenantId, ...policy }: DomainPolicy,
): Promise<void> {
  const values = { ...policy, kind: restriction.kind, domains: JSON.stringify(restriction.domains) };
  await transaction
    .insertInto("domainRestriction")
    .values({ tenantId, ...values })
    .onConflict((conflict) => conflict.column("tenantId").doUpdateSet(values))
    .execute();
}

/** Takes the list of a tenant away. */
export async function deleteDomainPolicy(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
): Promise<void> {
  await transaction.deleteFrom("domainRestriction").where("tenantId", "=", tenantId).execute();
}

function policyOf({ kind, domains, ...policy }: Selectable<DomainRestrictionTable>): DomainPolicy {
  return { ...policy, restriction: { kind, domains } };
}
