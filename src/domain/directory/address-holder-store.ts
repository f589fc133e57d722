import { type SqlBool, sql } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import { userColumns, userFromRow } from "./user-store.ts";

/**
 * Living users holding any of these addresses (in lower case) in whatever way, and those with these ids. One
 * statement for hundreds of addresses; each branch is spelled as its index is.
 */
export async function selectAddressHolders(
  handle: DatabaseHandle,
  tenantId: TenantId,
  addresses: readonly string[],
  userIds: readonly UserId[],
): Promise<User[]> {
  const proxies = addresses.flatMap((address) => [`SMTP:${address}`, `smtp:${address}`]);
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where(
      sql<SqlBool>`(lower(mail) = any(${addresses}::text[])
        or lower(user_principal_name) = any(${addresses}::text[])
        or other_mails && ${addresses}::text[]
        or proxy_addresses && ${proxies}::text[]
        or user_id = any(${userIds}::uuid[]))`,
    )
    .orderBy("createdAt")
    .execute();
  return rows.map(userFromRow);
}
