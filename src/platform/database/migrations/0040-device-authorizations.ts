import { type Kysely, sql } from "kysely";

/**
 * Sign-ins asked for by devices without a browser. The row belongs to the deployment like a browser session does: the
 * person types only the code, and where the device asked at no tenant in particular, one is known after the approval.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table device_authorization (
    device_code_hash bytea primary key,
    user_code_digest bytea not null unique,
    tenant_id uuid,
    alias text check (alias in ('common', 'organizations')),
    application_id uuid not null,
    scope text not null,
    asked_from text,
    state text not null default 'pending' check (state in ('pending', 'approved', 'declined')),
    user_id uuid,
    authorization_grant jsonb,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    redeemed_at timestamptz,
    check (tenant_id is not null or (alias is not null and state <> 'approved')),
    check ((state = 'approved') = (user_id is not null and authorization_grant is not null))
  )`.execute(database);
  await sql`create index device_authorization_expiry on device_authorization (expires_at)`.execute(database);
}
