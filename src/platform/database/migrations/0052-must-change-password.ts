import { type Kysely, sql } from "kysely";

/** Whether a member has to choose a new password at the next sign-in; whoever signs in elsewhere has none to choose. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table "user" add column must_change_password boolean not null default false
    constraint user_must_change_own_password check (not (must_change_password and is_external))`.execute(
    database,
  );
}
