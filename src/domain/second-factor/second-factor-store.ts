import type { Insertable, Selectable } from "kysely";
import type { SecondFactorId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { SecondFactorTable } from "../../platform/database/schema/second-factor-tables.ts";

export async function selectFactor(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<Selectable<SecondFactorTable> | undefined> {
  return handle
    .selectFrom("secondFactor")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .executeTakeFirst();
}

/** False when the user has one already: of two who set one up at once the first wins. */
export async function insertFactor(
  handle: DatabaseHandle,
  row: Insertable<SecondFactorTable>,
): Promise<boolean> {
  const outcome = await handle
    .insertInto("secondFactor")
    .values(row)
    .onConflict((conflict) => conflict.columns(["tenantId", "userId"]).doNothing())
    .executeTakeFirst();
  return outcome.numInsertedOrUpdatedRows === 1n;
}

/** Uses a time step up; true for the one caller who did. Earlier steps are used up with it. */
export async function useStep(
  handle: DatabaseHandle,
  tenantId: TenantId,
  factorId: SecondFactorId,
  step: number,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("secondFactor")
    .set({ lastStep: step })
    .where("tenantId", "=", tenantId)
    .where("factorId", "=", factorId)
    .where("lastStep", "<", step)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Takes a factor away with every proof made by it; false when it is gone already. */
export async function deleteFactor(
  handle: DatabaseHandle,
  tenantId: TenantId,
  factorId: SecondFactorId,
): Promise<boolean> {
  const outcome = await handle
    .deleteFrom("secondFactor")
    .where("tenantId", "=", tenantId)
    .where("factorId", "=", factorId)
    .executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}
