import { type Kysely, sql } from "kysely";

/** The rest of what a directory knows of a person, who their manager is, and what users are searched by. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table "user" add column street_address text, add column city text, add column state text,
      add column postal_code text, add column country text, add column employee_id text,
      add column manager_id uuid`,
    'create index user_manager on "user" (tenant_id, manager_id) where manager_id is not null',
    // The words of names, for searches. Taken in at once: a search must not read through what has piled up.
    `create index user_display_name_words on "user"
      using gin (to_tsvector('simple', regexp_replace(lower(display_name), '[^[:alnum:]]+', ' ', 'g')))
      with (fastupdate = off) where deleted_at is null`,
    // What a provider calls the person; ids of other tenants are not told, so nobody asks for them.
    `create index external_identity_subject on external_identity (tenant_id,
      (case when issuer like 'tenant:%' then null else lower(subject) end))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(database);
}
