import { type Kysely, sql } from "kysely";

/** Whether a provider is in use: an organisation may switch one off and keep what it is. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw("alter table identity_provider add column is_enabled boolean not null default true")
    .execute(database);
}
