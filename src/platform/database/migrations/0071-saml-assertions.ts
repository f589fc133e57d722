import { type Kysely, sql } from "kysely";

/** Assertions of SAML providers that were taken, until they expire: each counts once. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table used_assertion (
      tenant_id uuid not null references tenant,
      issuer text not null,
      assertion_id text not null,
      expires_at timestamptz not null,
      primary key (tenant_id, issuer, assertion_id)
    )`,
    "create index used_assertion_expiry on used_assertion (expires_at)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(database);
}
