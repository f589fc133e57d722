import { type Kysely, sql } from "kysely";

/**
 * Identity providers that a tenant trusts, and the domains each may vouch for. A session's account remembers through
 * which tenant's provider it was proved: another tenant must not take that provider's word for anything.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table identity_provider (
    tenant_id uuid not null references tenant,
    provider_id uuid not null,
    kind text not null,
    display_name text not null,
    issuer text not null,
    settings jsonb not null,
    secret_encrypted bytea,
    created_at timestamptz not null,
    primary key (tenant_id, provider_id),
    unique (tenant_id, issuer)
  )`,
  `create table identity_provider_domain (
    tenant_id uuid not null,
    domain text not null,
    provider_id uuid not null,
    primary key (tenant_id, domain),
    foreign key (tenant_id, provider_id) references identity_provider on delete cascade
  )`,
  "create index identity_provider_domains on identity_provider_domain (tenant_id, provider_id)",
  "alter table session_account add column provider_tenant_id uuid",
  "alter table session_account add column provider_id uuid",
  "alter table session_account add column proven_addresses text[] not null default '{}'",
  "alter table session_account drop constraint session_account_session_id_issuer_subject_key",
  `alter table session_account add constraint session_account_one_per_identity
    unique nulls not distinct (session_id, issuer, subject, provider_id)`,
  `alter table collaboration_settings add column redemption_order text[] not null
    default '{tenant,external-federation,social}'`,
];
