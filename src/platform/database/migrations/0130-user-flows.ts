import { type Kysely, sql } from "kysely";

/**
 * Self-service sign-up: whether a tenant allows it, its user flows with what they ask, for whom and for which
 * applications, and the attributes a tenant made for itself, whose values stand on the user.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table sign_up_settings (
    tenant_id uuid primary key references tenant,
    is_enabled boolean not null default false,
    -- The client id that the names of custom attributes bear.
    extensions_application_id uuid
  )`,
  `create table sign_up_attribute (
    tenant_id uuid not null references tenant,
    attribute_id text not null,
    display_name text not null,
    description text not null,
    data_type text not null check (data_type in ('text', 'flag', 'number', 'moment', 'texts')),
    created_at timestamptz not null,
    primary key (tenant_id, attribute_id)
  )`,
  `create table user_flow (
    tenant_id uuid not null references tenant,
    flow_id uuid not null,
    name text not null,
    allows_organisations boolean not null default true,
    allows_email_code boolean not null default false,
    allowed_domains text[] not null default '{}',
    blocked_domains text[] not null default '{}',
    sign_ups_per_hour int not null default 100,
    languages text[] not null,
    default_language text not null,
    created_at timestamptz not null,
    primary key (tenant_id, flow_id)
  )`,
  "create unique index user_flow_name on user_flow (tenant_id, lower(name))",
  `create table user_flow_provider (
    tenant_id uuid not null,
    flow_id uuid not null,
    provider_id uuid not null,
    primary key (tenant_id, flow_id, provider_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, provider_id) references identity_provider on delete cascade
  )`,
  "create index user_flow_of_provider on user_flow_provider (tenant_id, provider_id)",
  // Custom attributes have a row of their own, built-in ones have none, so no foreign key can say which there are.
  `create table user_flow_attribute (
    tenant_id uuid not null,
    flow_id uuid not null,
    attribute_id text not null,
    position int not null,
    label text not null,
    is_required boolean not null,
    requires_verification boolean not null,
    input text not null check (input in ('text-box', 'date', 'radio', 'dropdown', 'e-mail', 'check-boxes')),
    choices jsonb not null,
    primary key (tenant_id, flow_id, attribute_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade
  )`,
  "create index user_flow_of_attribute on user_flow_attribute (tenant_id, attribute_id)",
  // Of several flows nobody could say which is meant, so an application has one.
  `create table user_flow_application (
    tenant_id uuid not null,
    service_principal_id uuid not null,
    flow_id uuid not null,
    primary key (tenant_id, service_principal_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, service_principal_id) references service_principal on delete cascade
  )`,
  "create index user_flow_applications on user_flow_application (tenant_id, flow_id)",
  `create table user_flow_group (
    tenant_id uuid not null,
    flow_id uuid not null,
    group_id uuid not null,
    primary key (tenant_id, flow_id, group_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, group_id) references "group" on delete cascade
  )`,
  "create index user_flow_of_group on user_flow_group (tenant_id, group_id)",
  `alter table "user" add column custom_values jsonb not null default '{}'`,
];
