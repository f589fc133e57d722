import { type Kysely, sql } from "kysely";

/** Round trips that administrators ask for to try a provider: nobody is signed in by one. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table connection_test (
      tenant_id uuid not null references tenant,
      test_id uuid not null,
      provider_id uuid not null,
      asked_by jsonb not null,
      key_hash bytea not null,
      session_id uuid,
      detour jsonb,
      findings jsonb,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      finished_at timestamptz,
      primary key (tenant_id, test_id),
      foreign key (tenant_id, provider_id) references identity_provider on delete cascade
    )`,
    "create index connection_tests_of_provider on connection_test (tenant_id, provider_id, created_at)",
    "create index connection_test_age on connection_test (created_at)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(database);
}
