import { type Kysely, sql } from "kysely";

/** Terms of use: what people accept, its documents, and who accepted what. Ids of users stay when the users are gone. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table agreement (
      tenant_id uuid not null references tenant on delete cascade,
      agreement_id uuid not null,
      display_name text not null,
      must_be_read boolean not null,
      accept_again_after jsonb,
      expiration jsonb,
      major_version integer not null,
      created_at timestamptz not null,
      changed_at timestamptz,
      primary key (tenant_id, agreement_id)
    )`,
    `create table agreement_file (
      tenant_id uuid not null,
      agreement_id uuid not null,
      file_id uuid not null,
      language text not null,
      is_default boolean not null,
      is_current boolean not null,
      file_name text not null,
      display_name text not null,
      media_type text not null check (media_type in ('application/pdf', 'text/plain')),
      is_major boolean not null,
      created_at timestamptz not null,
      content bytea not null,
      primary key (tenant_id, file_id),
      foreign key (tenant_id, agreement_id) references agreement on delete cascade
    )`,
    "create index agreement_file_agreement on agreement_file (tenant_id, agreement_id)",
    `create table agreement_acceptance (
      tenant_id uuid not null,
      acceptance_id uuid not null,
      agreement_id uuid not null,
      file_id uuid not null,
      user_id uuid not null,
      state text not null check (state in ('accepted', 'declined')),
      major_version integer not null,
      recorded_at timestamptz not null,
      expires_at timestamptz,
      user_display_name text not null,
      user_email text,
      user_principal_name text not null,
      primary key (tenant_id, acceptance_id),
      foreign key (tenant_id, agreement_id) references agreement on delete cascade
    )`,
    "create index agreement_acceptance_user on agreement_acceptance (tenant_id, user_id)",
    "create index agreement_acceptance_agreement on agreement_acceptance (tenant_id, agreement_id)",
  ])
    await sql.raw(statement).execute(database);
}
