import { sql } from "kysely";
import type { Database, DatabaseTransaction } from "./database.ts";

const logTables = ["audit_event", "sign_in_event"];

/**
 * Makes the monthly partitions of the logs for this month and the next, so that old months can be dropped whole.
 * A month that already has rows in the default partition stays there: moving them is not worth a lock.
 */
export async function ensureLogPartitions(database: Database, now: Date): Promise<void> {
  for (const monthsAhead of [0, 1]) {
    const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsAhead, 1));
    const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsAhead + 1, 1));
    const suffix = start.toISOString().slice(0, 7).replace("-", "_");
    for (const table of logTables)
      await database.transaction().execute(async (transaction) => {
        // "If not exists" is no help against another node that is making the same table at this moment.
        await sql`select pg_advisory_xact_lock(hashtext('guesthouse log partitions'))`.execute(transaction);
        await ensurePartition(transaction, table, suffix, start, end);
      });
  }
}

async function ensurePartition(
  transaction: DatabaseTransaction,
  table: string,
  suffix: string,
  start: Date,
  end: Date,
): Promise<void> {
  const defaultPartition = `${table}_default`;
  const occupied = await sql<{ present: boolean }>`
    select to_regclass(${`${table}_${suffix}`}) is not null
      or exists (select 1 from ${sql.table(defaultPartition)} where occurred_at >= ${start} and occurred_at < ${end}) as present
  `.execute(transaction);
  if (occupied.rows[0]?.present) return;
  await sql`
    create table ${sql.table(`${table}_${suffix}`)} partition of ${sql.table(table)}
    for values from (${sql.lit(start.toISOString())}) to (${sql.lit(end.toISOString())})
  `.execute(transaction);
}
