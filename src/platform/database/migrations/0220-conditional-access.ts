import { type Kysely, sql } from "kysely";

/** By which rules a tenant lets its people in, and the networks that the rules speak of. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table conditional_access_policy (
        tenant_id uuid not null references tenant on delete cascade,
        policy_id uuid not null,
        display_name text not null,
        state text not null check (state in ('on', 'off', 'report')),
        conditions jsonb not null,
        controls jsonb not null,
        created_at timestamptz not null,
        changed_at timestamptz,
        primary key (tenant_id, policy_id)
      )`,
    )
    .execute(database);
  await sql
    .raw(
      `create table named_location (
        tenant_id uuid not null references tenant on delete cascade,
        location_id uuid not null,
        display_name text not null,
        is_trusted boolean not null,
        ranges jsonb not null,
        created_at timestamptz not null,
        changed_at timestamptz,
        primary key (tenant_id, location_id)
      )`,
    )
    .execute(database);
}
