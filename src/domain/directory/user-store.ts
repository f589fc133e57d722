import { type Insertable, sql, type Updateable } from "kysely";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import { answersInOrder, gathered, type NumberedRow } from "../../platform/database/gathered.ts";
import type { UserTable } from "../../platform/database/schema/directory-tables.ts";
import type { User } from "./rules/user.ts";
import { type UserRow, userColumns, userColumnsSql, userFromRow } from "./user-row-store.ts";

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
