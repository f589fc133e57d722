import { type Kysely, sql } from "kysely";

/** Whether a provider of assertions may send people whom nobody had asked for: an organisation has to allow it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw("alter table identity_provider add column accepts_unsolicited boolean not null default false")
    .execute(database);
}
