import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import { userColumns, userFromRow } from "./user-row-store.ts";

/**
 * Living users holding any of these addresses (in lower case) in whatever way, and those with these ids: one
 * statement for hundreds of addresses, whose cost does not grow with the organisation. Each way is looked up by
 * itself and spelled as its index is. Joined with "or", or with the tenant named beside a list of addresses,
 * PostgreSQL would read all users of the tenant for each address as soon as the addresses are many, or while an
 * import runs ahead of its statistics.
 */
export async function selectAddressHolders(
  handle: DatabaseHandle,
  tenantId: TenantId,
  addresses: readonly string[],
  userIds: readonly UserId[],
): Promise<User[]> {
  const anyAddress = sql`any(${addresses}::text[])`;
  const named = (name: RawBuilder<unknown>) => sql`
    select tenant_id, user_id from "user"
    where tenant_id = ${tenantId} and deleted_at is null and ${name} = ${anyAddress}`;
  const listed = (condition: RawBuilder<unknown>) => sql`
    select found.tenant_id, found.user_id
    from unnest(${addresses}::text[]) as address
    cross join lateral (select tenant_id, user_id from "user" where ${condition}) as found`;
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where(
      sql<SqlBool>`(tenant_id, user_id) in (
        with holder as materialized (
          ${named(sql`lower(mail)`)}
          union ${named(sql`lower(user_principal_name)`)}
          union ${listed(sql`other_mails @> array[address]`)}
          union ${listed(sql`proxy_addresses && array['SMTP:' || address, 'smtp:' || address]`)}
          union select ${tenantId}::uuid, unnest(${userIds}::uuid[]))
        select tenant_id, user_id from holder)`,
    )
    .orderBy("createdAt")
    .execute();
  return rows.map(userFromRow);
}
