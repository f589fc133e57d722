import { sql } from "kysely";
import type { Database, DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { PublishedKey } from "./make-signing-key.ts";
import type { KeyInRing } from "./rules/key-rotation.ts";

/** A key as it is stored: its private half encrypted. */
export interface StoredSigningKey extends KeyInRing {
  readonly published: PublishedKey;
  readonly privateKeyEncrypted: Buffer;
}

/** The whole ring; the key that signs comes first. */
export async function selectSigningKeys(handle: DatabaseHandle): Promise<StoredSigningKey[]> {
  const rows = await handle
    .selectFrom("signingKey")
    .selectAll()
    .orderBy(sql`array_position(array['current', 'next', 'retired'], state)`)
    .orderBy("createdAt", "desc")
    .execute();
  return rows.map((row) => ({
    keyId: row.keyId,
    state: row.state,
    createdAt: row.createdAt,
    currentSince: row.currentSince ?? undefined,
    retiredAt: row.retiredAt ?? undefined,
    published: row.publicJwk as unknown as PublishedKey,
    privateKeyEncrypted: row.privateKeyEncrypted,
  }));
}

export async function insertSigningKey(
  handle: DatabaseHandle,
  key: Omit<StoredSigningKey, "retiredAt">,
): Promise<void> {
  await handle
    .insertInto("signingKey")
    .values({
      keyId: key.keyId,
      state: key.state,
      publicJwk: JSON.stringify(key.published),
      privateKeyEncrypted: key.privateKeyEncrypted,
      createdAt: key.createdAt,
      currentSince: key.currentSince ?? null,
    })
    .execute();
}

/** The current key retires and the next one signs. */
export async function promoteNextKey(handle: DatabaseHandle, now: Date): Promise<void> {
  await handle
    .updateTable("signingKey")
    .set({ state: "retired", retiredAt: now })
    .where("state", "=", "current")
    .execute();
  await handle
    .updateTable("signingKey")
    .set({ state: "current", currentSince: now })
    .where("state", "=", "next")
    .execute();
}

export async function deleteSigningKeys(handle: DatabaseHandle, keyIds: readonly string[]): Promise<void> {
  if (keyIds.length === 0) return;
  await handle.deleteFrom("signingKey").where("keyId", "in", keyIds).execute();
}

/** Many nodes may start or rotate at once: one changes the ring, the others wait and then see what it did. */
export function changingRing<Value>(
  database: Database,
  change: (transaction: DatabaseTransaction) => Promise<Value>,
): Promise<Value> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('guesthouse signing keys'))`.execute(transaction);
    return change(transaction);
  });
}
