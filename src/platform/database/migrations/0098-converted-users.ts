import { type Kysely, sql } from "kysely";

/** When somebody who signed in elsewhere became one who signs in here. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table "user" add column converted_at timestamptz`.execute(database);
}
