import type { Insertable, Selectable } from "kysely";
import type { TenantId, TransactionId } from "../../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../../platform/database/database.ts";
import type { OneTimeCodeTable } from "../../../../platform/database/schema/federation-tables.ts";

/** Stores a new code; earlier ones of the same journey end with it. */
export async function replaceCode(handle: DatabaseHandle, row: Insertable<OneTimeCodeTable>): Promise<void> {
  await handle
    .updateTable("oneTimeCode")
    .set({ usedAt: row.createdAt })
    .where("tenantId", "=", row.tenantId)
    .where("transactionId", "=", row.transactionId)
    .where("usedAt", "is", null)
    .execute();
  await handle.insertInto("oneTimeCode").values(row).execute();
}

/** The newest code of a journey. */
export async function selectNewestCode(
  handle: DatabaseHandle,
  tenantId: TenantId,
  transactionId: TransactionId,
): Promise<Selectable<OneTimeCodeTable> | undefined> {
  return await handle
    .selectFrom("oneTimeCode")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("transactionId", "=", transactionId)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Counts a try; returns how many there were before it. Of tries at once each gets a number of its own. */
export async function countTry(
  handle: DatabaseHandle,
  tenantId: TenantId,
  codeId: string,
): Promise<number | undefined> {
  const row = await handle
    .updateTable("oneTimeCode")
    .set((expression) => ({ failedTries: expression("failedTries", "+", 1) }))
    .where("tenantId", "=", tenantId)
    .where("codeId", "=", codeId)
    .returning("failedTries")
    .executeTakeFirst();
  return row && row.failedTries - 1;
}

/** Uses a code up; true for the one caller who did. */
export async function useCode(
  handle: DatabaseHandle,
  tenantId: TenantId,
  codeId: string,
  now: Date,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("oneTimeCode")
    .set({ usedAt: now })
    .where("tenantId", "=", tenantId)
    .where("codeId", "=", codeId)
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Removes codes that ended before a moment; returns how many. */
export async function deleteOldCodes(handle: DatabaseHandle, before: Date): Promise<number> {
  const outcome = await handle.deleteFrom("oneTimeCode").where("expiresAt", "<", before).executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
