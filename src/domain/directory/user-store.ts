import {
  type Expression,
  type Insertable,
  type Selectable,
  type SqlBool,
  sql,
  type Updateable,
} from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { answersInOrder, gathered, type NumberedRow } from "../../platform/database/gathered.ts";
import type { UserTable } from "../../platform/database/schema/directory-tables.ts";
import type { User } from "./rules/user.ts";

/** Everything of a user but the password hash, which has a reader of its own. */
export const userColumns = [
  "tenantId",
  "userId",
  "userPrincipalName",
  "kind",
  "isExternal",
  "origin",
  "redemptionState",
  "redemptionStateChangedAt",
  "convertedAt",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "otherMails",
  "proxyAddresses",
  "mailNickname",
  "jobTitle",
  "department",
  "companyName",
  "officeLocation",
  "mobilePhone",
  "businessPhones",
  "preferredLanguage",
  "usageLocation",
  "streetAddress",
  "city",
  "state",
  "postalCode",
  "country",
  "employeeId",
  "managerId",
  "accountEnabled",
  "showInAddressList",
  "passwordChangedAt",
  "mustChangePassword",
  "sessionsValidFrom",
  "invitedByUserId",
  "customValues",
  "createdAt",
  "deletedAt",
] as const satisfies readonly (keyof UserTable)[];

/** The same for statements written out. */
const userColumnsSql = sql.join(userColumns.map((column) => sql.ref(`user.${column}`)));

type UserRow = Pick<Selectable<UserTable>, (typeof userColumns)[number]>;

/** A stored row as the domain's value. */
export function userFromRow(row: UserRow): User {
  return {
    tenantId: row.tenantId,
    userId: row.userId,
    userPrincipalName: row.userPrincipalName,
    kind: row.kind,
    isExternal: row.isExternal,
    origin: row.origin ?? undefined,
    redemptionState: row.redemptionState ?? undefined,
    redemptionStateChangedAt: row.redemptionStateChangedAt ?? undefined,
    convertedAt: row.convertedAt ?? undefined,
    displayName: row.displayName,
    givenName: row.givenName ?? undefined,
    surname: row.surname ?? undefined,
    mail: row.mail ?? undefined,
    otherMails: row.otherMails,
    proxyAddresses: row.proxyAddresses,
    mailNickname: row.mailNickname,
    jobTitle: row.jobTitle ?? undefined,
    department: row.department ?? undefined,
    companyName: row.companyName ?? undefined,
    officeLocation: row.officeLocation ?? undefined,
    mobilePhone: row.mobilePhone ?? undefined,
    businessPhones: row.businessPhones,
    preferredLanguage: row.preferredLanguage ?? undefined,
    usageLocation: row.usageLocation ?? undefined,
    streetAddress: row.streetAddress ?? undefined,
    city: row.city ?? undefined,
    state: row.state ?? undefined,
    postalCode: row.postalCode ?? undefined,
    country: row.country ?? undefined,
    employeeId: row.employeeId ?? undefined,
    managerId: row.managerId ?? undefined,
    accountEnabled: row.accountEnabled,
    showInAddressList: row.showInAddressList ?? undefined,
    passwordChangedAt: row.passwordChangedAt ?? undefined,
    mustChangePassword: row.mustChangePassword,
    sessionsValidFrom: row.sessionsValidFrom,
    invitedByUserId: row.invitedByUserId ?? undefined,
    customValues: row.customValues,
    createdAt: row.createdAt,
    deletedAt: row.deletedAt ?? undefined,
  };
}

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

/** A user by id, living or not. */
export function selectUser(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<User | undefined> {
  return askUser(handle, { tenantId, userId });
}

/** The user that an external identity is linked to, living or not. */
export function selectUserOfIdentity(
  handle: DatabaseHandle,
  tenantId: TenantId,
  issuer: string,
  subject: string,
): Promise<User | undefined> {
  return askUser(handle, { tenantId, issuer, subject });
}

interface AskedUser {
  readonly tenantId: TenantId;
  readonly userId?: UserId;
  readonly issuer?: string;
  readonly subject?: string;
}

/** Both ways in one statement: a guest's sign-in asks for the guest and for the member they are at home. */
const askUser = gathered<AskedUser, User | undefined>(async (handle, asks) => {
  const { rows } = await sql<UserRow & NumberedRow>`select asked.number, ${userColumnsSql}
    from unnest(${asks.map((ask) => ask.tenantId)}::uuid[], ${asks.map((ask) => ask.userId ?? null)}::uuid[],
        ${asks.map((ask) => ask.issuer ?? null)}::text[], ${asks.map((ask) => ask.subject ?? null)}::text[])
      with ordinality as asked (tenant_id, user_id, issuer, subject, number)
    left join external_identity identity on identity.tenant_id = asked.tenant_id
      and identity.issuer = asked.issuer and identity.subject = asked.subject
    join "user" on "user".tenant_id = asked.tenant_id
      and "user".user_id = coalesce(asked.user_id, identity.user_id)`.execute(handle);
  return answersInOrder(asks, rows, userFromRow);
});

/** A living user by id, locked until the transaction ends. */
export async function selectUserForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<User | undefined> {
  const row = await transaction
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row && userFromRow(row);
}

export type NewUserRow = Insertable<UserTable>;

/** Adds users; those whose name or address is taken are left out. Returns the users added. */
export async function insertUsersUnlessTaken(
  transaction: DatabaseTransaction,
  rows: readonly NewUserRow[],
): Promise<User[]> {
  if (rows.length === 0) return [];
  const added = await transaction
    .insertInto("user")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(userColumns)
    .execute();
  return added.map(userFromRow);
}

/** Changes a living user; undefined when there is none. */
export async function updateLivingUser(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
  changes: Updateable<UserTable>,
): Promise<User | undefined> {
  const row = await transaction
    .updateTable("user")
    .set(changes)
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("deletedAt", "is", null)
    .returning(userColumns)
    .executeTakeFirst();
  return row && userFromRow(row);
}

/** Brings a soft-deleted user back; undefined when there is none. */
export async function undeleteUser(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
  changes: Updateable<UserTable>,
): Promise<User | undefined> {
  const row = await transaction
    .updateTable("user")
    .set({ ...changes, deletedAt: null })
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("deletedAt", "is not", null)
    .returning(userColumns)
    .executeTakeFirst();
  return row && userFromRow(row);
}

/** Takes one custom value from whoever has it. */
export async function deleteCustomValue(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  attributeId: string,
): Promise<void> {
  await sql`update "user" set custom_values = custom_values - ${attributeId}::text
    where tenant_id = ${tenantId} and custom_values ? ${attributeId}::text`.execute(transaction);
}
