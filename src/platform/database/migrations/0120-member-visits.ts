import { type Kysely, sql } from "kysely";

/**
 * Members as guests of organisations on other deployments: whom a tenant lets them visit, to which organisation a
 * member has agreed to be named, and the codes by which that organisation learns who came.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table collaboration_settings add column member_visits text not null default 'anywhere'
    check (member_visits in ('anywhere', 'listed', 'nowhere'))`,
  "alter table collaboration_settings add column visitable_hosts text[] not null default '{}'",
  `create table visit_agreement (
    tenant_id uuid not null,
    user_id uuid not null,
    client_id text not null,
    organisation_name text not null,
    agreed_at timestamptz not null,
    primary key (tenant_id, user_id, client_id),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  `create table visit_code (
    tenant_id uuid not null,
    code_hash bytea not null,
    user_id uuid not null,
    visit jsonb not null,
    amr text[] not null,
    authenticated_at timestamptz not null,
    expires_at timestamptz not null,
    redeemed_at timestamptz,
    primary key (tenant_id, code_hash),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  "create index visit_code_end on visit_code (expires_at)",
];
