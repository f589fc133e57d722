import type { Insertable } from "kysely";
import type { TenantId, UserFlowId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { SignUpTable } from "../../platform/database/schema/signup-tables.ts";

/** Remembers by which flow somebody came. */
export async function insertSignUp(
  transaction: DatabaseTransaction,
  row: Insertable<SignUpTable>,
): Promise<void> {
  await transaction.insertInto("signUp").values(row).execute();
}

/** How many people have come by a flow since a moment. */
export async function countSignUpsSince(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  flowId: UserFlowId,
  since: Date,
): Promise<number> {
  const { count } = await transaction
    .selectFrom("signUp")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .where("signedUpAt", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
