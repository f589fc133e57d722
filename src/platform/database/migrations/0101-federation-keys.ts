import { type Kysely, sql } from "kysely";

/** A tenant's own keys towards SAML providers: one that signs its requests, one that assertions are encrypted to. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statement = `create table federation_key (
    tenant_id uuid not null references tenant,
    purpose text not null,
    certificate text not null,
    private_key_encrypted bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, purpose)
  )`;
  await sql.raw(statement).execute(database);
}
