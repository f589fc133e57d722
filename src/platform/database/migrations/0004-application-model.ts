import { type Kysely, sql } from "kysely";

/**
 * What a registration says beyond redirect URIs and secrets: certificates, federated credentials, owners, clients
 * that need no consent, optional claims with their settings; and applications that can be restored after deletion.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const registrations = [
  `alter table application
    add column description text,
    add column notes text,
    add column tags text[] not null default '{}',
    add column information_urls jsonb not null default '{}',
    add column preauthorized_clients jsonb not null default '[]',
    add column known_clients uuid[] not null default '{}',
    add column back_channel_logout_url text,
    add column deleted_at timestamptz`,
  // A word became a list of words: groups and roles can be asked for together.
  "alter table application drop constraint application_group_claims_check",
  "alter table application alter column group_claims drop default",
  `alter table application alter column group_claims type text[] using
    case group_claims when 'groups' then array['security-groups'] when 'none' then array[]::text[]
      else array[group_claims] end`,
  `alter table application alter column group_claims set default '{}',
    add constraint application_group_claims_known check (group_claims <@
      array['security-groups', 'directory-roles', 'application-groups', 'all'])`,
  // A name became an object with the claim's settings.
  `update application set optional_claims = coalesce((
    select jsonb_object_agg(token, (
      select coalesce(jsonb_agg(jsonb_build_object('name', name, 'source', null, 'essential', false,
        'additionalProperties', '[]'::jsonb)), '[]')
      from jsonb_array_elements_text(names) as name))
    from jsonb_each(optional_claims) as claims (token, names)), '{}')`,
  `alter table application_scope
    add column user_display_name text,
    add column user_description text`,
  `create table application_owner (
    tenant_id uuid not null,
    object_id uuid not null,
    owner_id uuid not null,
    owner_kind text not null check (owner_kind in ('user', 'service-principal')),
    added_at timestamptz not null,
    primary key (tenant_id, object_id, owner_id),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  "create index application_owner_of on application_owner (tenant_id, owner_id)",
];

const credentials = [
  `create table application_certificate (
    tenant_id uuid not null,
    object_id uuid not null,
    certificate_id uuid not null,
    display_name text,
    certificate bytea not null,
    sha1_thumbprint bytea not null,
    sha256_thumbprint bytea not null,
    starts_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, object_id, certificate_id),
    unique (tenant_id, object_id, sha256_thumbprint),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  `create table federated_credential (
    tenant_id uuid not null,
    object_id uuid not null,
    credential_id uuid not null,
    name text not null,
    issuer text not null,
    subject text not null,
    audiences text[] not null,
    description text,
    created_at timestamptz not null,
    primary key (tenant_id, object_id, credential_id),
    unique (tenant_id, object_id, name),
    unique (tenant_id, object_id, issuer, subject),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
];

const presences = [
  `alter table service_principal
    add column description text,
    add column notes text,
    add column login_url text,
    add column tags text[] not null default '{}',
    add column deleted_at timestamptz`,
  // One living presence per application and tenant; deleted ones wait to be restored.
  "alter table service_principal drop constraint service_principal_tenant_id_application_id_key",
  `create unique index service_principal_living on service_principal (tenant_id, application_id)
    where deleted_at is null`,
];

const statements = [...registrations, ...credentials, ...presences];
