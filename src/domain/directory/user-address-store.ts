import { type Expression, type SqlBool, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import { userColumns, userFromRow } from "./user-row-store.ts";

/** The ways in which a user can hold an address or a name. */
export type AddressProperty = "userPrincipalName" | "mail" | "otherMails" | "proxyAddresses";

/** Living users that hold an address (in lower case) in one of these ways, oldest first. */
export async function selectUsersByAddress(
  handle: DatabaseHandle,
  tenantId: TenantId,
  address: string,
  properties: readonly AddressProperty[],
  isExternal?: boolean,
): Promise<User[]> {
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where((expression) => expression.or(properties.map((property) => holds(property, address))))
    .$if(isExternal !== undefined, (query) => query.where("isExternal", "=", isExternal ?? false))
    .orderBy("createdAt")
    .execute();
  return rows.map(userFromRow);
}

/** In the spelling that the indexes of the table have. */
function holds(property: AddressProperty, address: string): Expression<SqlBool> {
  switch (property) {
    case "userPrincipalName":
      return sql<SqlBool>`lower(user_principal_name) = ${address}`;
    case "mail":
      return sql<SqlBool>`lower(mail) = ${address}`;
    case "otherMails":
      return sql<SqlBool>`other_mails @> array[${address}]::text[]`;
    case "proxyAddresses":
      return sql<SqlBool>`proxy_addresses && array[${`SMTP:${address}`}, ${`smtp:${address}`}]::text[]`;
  }
}

/** Living external users whose mail address is one of these (in lower case). */
export async function selectExternalUsersByMail(
  handle: DatabaseHandle,
  tenantId: TenantId,
  addresses: readonly string[],
): Promise<User[]> {
  const rows = await handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where("isExternal", "=", true)
    .where(sql<SqlBool>`lower(mail) = any(${addresses}::text[])`)
    .execute();
  return rows.map(userFromRow);
}
