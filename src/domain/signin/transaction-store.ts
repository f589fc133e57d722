import type { SessionId, TransactionId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { SignInFacts } from "./rules/sign-in-facts.ts";

/** A sign-in transaction as it is kept. */
export interface StoredTransaction {
  readonly transactionId: TransactionId;
  readonly sessionId: SessionId;
  readonly version: number;
  readonly facts: SignInFacts;
  readonly expiresAt: Date;
  readonly finishedAt: Date | undefined;
}

export async function insertTransaction(
  handle: DatabaseHandle,
  row: {
    readonly transactionId: TransactionId;
    readonly sessionId: SessionId;
    readonly facts: SignInFacts;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await handle
    .insertInto("signInTransaction")
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute();
}

export async function selectTransaction(
  handle: DatabaseHandle,
  transactionId: TransactionId,
): Promise<StoredTransaction | undefined> {
  const row = await handle
    .selectFrom("signInTransaction")
    .selectAll()
    .where("transactionId", "=", transactionId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    transactionId: row.transactionId,
    sessionId: row.sessionId,
    version: row.version,
    facts: row.facts as unknown as SignInFacts,
    expiresAt: row.expiresAt,
    finishedAt: row.finishedAt ?? undefined,
  };
}

/** Replaces the facts if nobody else changed them since they were read. Returns whether it did. */
export async function compareAndSetFacts(
  handle: DatabaseHandle,
  transactionId: TransactionId,
  version: number,
  facts: SignInFacts,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("signInTransaction")
    .set((expression) => ({ facts: JSON.stringify(facts), version: expression("version", "+", 1) }))
    .where("transactionId", "=", transactionId)
    .where("version", "=", version)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Ends a transaction; true for the one caller who ended it. */
export async function finishTransaction(
  handle: DatabaseHandle,
  transactionId: TransactionId,
  now: Date,
): Promise<boolean> {
  const outcome = await handle
    .updateTable("signInTransaction")
    .set({ finishedAt: now })
    .where("transactionId", "=", transactionId)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Removes transactions nobody can go on with; returns how many. */
export async function deleteExpiredTransactions(handle: DatabaseHandle, now: Date): Promise<number> {
  const outcome = await handle
    .deleteFrom("signInTransaction")
    .where("expiresAt", "<=", now)
    .executeTakeFirst();
  return Number(outcome.numDeletedRows);
}
