import { type Kysely, sql } from "kysely";

/** When a provider's metadata was last asked for by the clock, so that of many nodes one asks. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw("alter table identity_provider add column metadata_asked_at timestamptz").execute(database);
}
