import { type Kysely, sql } from "kysely";

/** A session remembers in which version an application was signed in to: sign-out names the issuer it knows. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table session_application
      add column token_version smallint not null default 2 check (token_version in (1, 2))`)
    .execute(database);
}
