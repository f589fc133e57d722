import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { currentMoment } from "../../src/domain/directory/find-changes.ts";
import type { Database } from "../../src/platform/database/database.ts";

/** Far more than any transaction of a test takes. */
const longestMilliseconds = 20_000;

/**
 * Waits until everything committed so far can be told as a change. Tests share a server: a transaction of another one
 * that ends at the moment of asking counts as open still, and what came after it is told by a later call.
 */
export async function changesSettled(database: Database): Promise<void> {
  const { rows } = await sql<{ own: string }>`select pg_current_xact_id()::text as own`.execute(database);
  const own = BigInt(rows[0]?.own ?? 0);
  for (const end = Date.now() + longestMilliseconds; Date.now() < end; await wait(20))
    if (BigInt((await currentMoment(database)).horizon) > own) return;
  throw new Error("an open transaction holds changes back");
}
