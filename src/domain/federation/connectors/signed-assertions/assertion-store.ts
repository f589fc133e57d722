import type { Insertable } from "kysely";
import type { DatabaseHandle } from "../../../../platform/database/database.ts";
import type { UsedAssertionTable } from "../../../../platform/database/schema/federation-tables.ts";

/** Notes that an assertion was taken; false when it had been taken before. */
export async function insertUsedAssertion(
  handle: DatabaseHandle,
  row: Insertable<UsedAssertionTable>,
): Promise<boolean> {
  const inserted = await handle
    .insertInto("usedAssertion")
    .values(row)
    .onConflict((conflict) => conflict.columns(["tenantId", "issuer", "assertionId"]).doNothing())
    .returning("assertionId")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Forgets assertions that ended before a moment: they would be refused for their age. */
export async function deleteOldAssertions(handle: DatabaseHandle, before: Date): Promise<void> {
  await handle.deleteFrom("usedAssertion").where("expiresAt", "<", before).execute();
}
