import { sql } from "kysely";
import type { Database } from "../../src/platform/database/database.ts";

/** How many statements of this database wait for a lock that another connection holds. */
export async function countOfWaiting(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database);
  return rows[0]?.count ?? 0;
}
