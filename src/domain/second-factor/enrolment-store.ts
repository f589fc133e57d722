import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { HolderIds } from "./rules/factor-holder.ts";

/** The sealed secret of an app that is being set up in a browser, if it was made after a moment. */
export async function selectEnrolment(
  handle: DatabaseHandle,
  { sessionId, accountId, tenantId, userId }: HolderIds,
  after: Date,
): Promise<Buffer | undefined> {
  const row = await handle
    .selectFrom("secondFactorEnrolment")
    .select("secretEncrypted")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("sessionId", "=", sessionId)
    .where("accountId", "=", accountId)
    .where("begunAt", ">", after)
    .executeTakeFirst();
  return row?.secretEncrypted;
}

/** Keeps a secret, unless the browser has one from after a moment: two tabs show the same. */
export async function insertEnrolment(
  handle: DatabaseHandle,
  row: HolderIds & { readonly secretEncrypted: Buffer; readonly begunAt: Date },
  after: Date,
): Promise<void> {
  const { secretEncrypted, begunAt } = row;
  await handle
    .insertInto("secondFactorEnrolment")
    .columns(["sessionId", "accountId", "tenantId", "userId", "secretEncrypted", "begunAt"])
    .expression((from) =>
      // Signed out meanwhile: then there is nobody to keep it for.
      from
        .selectFrom("sessionAccount")
        .select(({ val }) => [
          "sessionId",
          "accountId",
          val(row.tenantId).as("tenantId"),
          val(row.userId).as("userId"),
          val(secretEncrypted).as("secretEncrypted"),
          val(begunAt).as("begunAt"),
        ])
        .where("sessionId", "=", row.sessionId)
        .where("accountId", "=", row.accountId),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["sessionId", "accountId", "tenantId", "userId"])
        .doUpdateSet({ secretEncrypted, begunAt })
        .where("secondFactorEnrolment.begunAt", "<=", after),
    )
    .execute();
}

/** Takes the secret of one browser away; true for the one caller who did. */
export async function takeEnrolment(
  handle: DatabaseHandle,
  { sessionId, accountId, tenantId, userId }: HolderIds,
): Promise<boolean> {
  const outcome = await handle
    .deleteFrom("secondFactorEnrolment")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .where("sessionId", "=", sessionId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}

/** Forgets what is being set up for a user, in whatever browser. */
export async function deleteEnrolments(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<void> {
  await handle
    .deleteFrom("secondFactorEnrolment")
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .execute();
}
