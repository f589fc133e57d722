import type { Insertable } from "kysely";
import type { ApplicationObjectId, SecretId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { ApplicationSecretTable } from "../../platform/database/schema/application-tables.ts";

/** Adds a secret's digest. */
export async function insertSecret(
  transaction: DatabaseTransaction,
  row: Insertable<ApplicationSecretTable>,
): Promise<void> {
  await transaction.insertInto("applicationSecret").values(row).execute();
}

/** A secret as far as checking one needs it. */
export interface StoredSecret {
  readonly secretHash: Buffer;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** All secrets of a registration. */
export async function selectSecrets(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<StoredSecret[]> {
  return handle
    .selectFrom("applicationSecret")
    .select(["secretHash", "startsAt", "expiresAt"])
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .execute();
}

/** A secret as it can be shown: never the secret itself, only how it begins. */
export interface ListedSecret {
  readonly objectId: ApplicationObjectId;
  readonly secretId: SecretId;
  readonly displayName: string | undefined;
  readonly hint: string;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** What can be told of the secrets of several registrations, those that last longest first. */
export async function selectListedSecrets(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectIds: readonly ApplicationObjectId[],
): Promise<ListedSecret[]> {
  if (objectIds.length === 0) return [];
  const rows = await handle
    .selectFrom("applicationSecret")
    .select(["objectId", "secretId", "displayName", "hint", "startsAt", "expiresAt"])
    .where("tenantId", "=", tenantId)
    .where("objectId", "in", objectIds)
    .orderBy("expiresAt", "desc")
    .orderBy("secretId")
    .execute();
  return rows.map((row) => ({ ...row, displayName: row.displayName ?? undefined }));
}

/** Takes a secret away; false when the application does not have it. */
export async function deleteSecret(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
  secretId: SecretId,
): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom("applicationSecret")
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("secretId", "=", secretId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
