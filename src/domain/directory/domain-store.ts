import { type Selectable, type SqlBool, sql } from "kysely";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { TenantDomainTable } from "../../platform/database/schema/directory-tables.ts";
import { type TenantDomain, verificationText } from "./rules/tenant-domain.ts";

/** The domains of a tenant: all, the initial one first, or the one of this name. */
export async function selectDomains(
  handle: DatabaseHandle,
  tenantId: TenantId,
  name?: DomainName,
): Promise<TenantDomain[]> {
  let query = handle.selectFrom("tenantDomain").selectAll().where("tenantId", "=", tenantId);
  if (name !== undefined) query = query.where("name", "=", name);
  const rows = await query.orderBy("isInitial", "desc").orderBy("name").execute();
  return rows.map(fromRow);
}

/** The domain of this name; every domain of the tenant is locked until the transaction ends. */
export async function selectDomainForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  name: DomainName,
): Promise<TenantDomain | undefined> {
  const rows = await transaction
    .selectFrom("tenantDomain")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .orderBy("name")
    .forUpdate()
    .execute();
  const row = rows.find((one) => one.name === name);
  return row && fromRow(row);
}

/** Adds an unverified domain; false when the tenant has it already. */
export async function insertDomain(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  name: DomainName,
  verificationCode: string,
): Promise<boolean> {
  const added = await transaction
    .insertInto("tenantDomain")
    .values({ tenantId, name, verificationCode })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Marks a domain verified; false when it was, or when another tenant of the deployment has verified it. */
export async function markVerified(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  name: DomainName,
  verifiedAt: Date,
): Promise<boolean> {
  // The unique index would refuse the second of two as an error; whoever waits here sees the first one instead.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`domain ${name}`}, 0))`.execute(transaction);
  const marked = await transaction
    .updateTable("tenantDomain")
    .set({ verifiedAt })
    .where("tenantId", "=", tenantId)
    .where("name", "=", name)
    .where("verifiedAt", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("tenantDomain as other")
            .select("other.name")
            .where("other.name", "=", name)
            .where("other.verifiedAt", "is not", null),
        ),
      ),
    )
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

/** Makes a domain the tenant's default, and no other. */
export async function updateDefaultDomain(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  name: DomainName,
): Promise<void> {
  const ofTenant = () => transaction.updateTable("tenantDomain").where("tenantId", "=", tenantId);
  await ofTenant().set({ isDefault: false }).where("isDefault", "=", true).execute();
  await ofTenant().set({ isDefault: true }).where("name", "=", name).execute();
}

/** Removes a domain. */
export async function deleteDomain(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  name: DomainName,
): Promise<void> {
  await transaction
    .deleteFrom("tenantDomain")
    .where("tenantId", "=", tenantId)
    .where("name", "=", name)
    .execute();
}

/** Whether a user, also a deleted one who could come back, has a user principal name in the domain. */
export async function isDomainInUse(
  handle: DatabaseHandle,
  tenantId: TenantId,
  name: DomainName,
): Promise<boolean> {
  const user = await handle
    .selectFrom("user")
    .select("userId")
    .where("tenantId", "=", tenantId)
    .where(sql<SqlBool>`split_part(lower(user_principal_name), '@', 2) = ${name}`)
    .limit(1)
    .executeTakeFirst();
  return user !== undefined;
}

function fromRow(row: Selectable<TenantDomainTable>): TenantDomain {
  return {
    name: row.name as DomainName,
    isInitial: row.isInitial,
    isDefault: row.isDefault,
    verifiedAt: row.verifiedAt ?? undefined,
    verificationText: row.verificationCode === null ? undefined : verificationText(row.verificationCode),
  };
}
