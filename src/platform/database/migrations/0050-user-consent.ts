import { type Kysely, sql } from "kysely";

/** Whether people may let applications act for them; everybody may until a tenant decides otherwise. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table collaboration_settings add column user_consent text not null default 'everyone'
    check (user_consent in ('everyone', 'nobody'))`.execute(database);
}
