import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Whether the database answers within a second. */
export async function isDatabaseReady(database: Database): Promise<boolean> {
  const answer = sql`select 1`.execute(database).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1000).unref());
  return Promise.race([answer, late]);
}
