import { type Kysely, sql } from "kysely";

/** With which domains a tenant works together: one list at most for each tenant, of those allowed or of those denied. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table domain_restriction (
        tenant_id uuid primary key references tenant on delete cascade,
        policy_id uuid not null,
        display_name text not null,
        description text not null,
        is_in_force boolean not null,
        kind text not null check (kind in ('none', 'allow', 'deny')),
        domains jsonb not null,
        check ((kind = 'none') = (jsonb_array_length(domains) = 0))
      )`,
    )
    .execute(database);
}
