import { type Kysely, sql } from "kysely";

/**
 * Calls to the organisation's own API during sign-up: where, with which credentials, at which step of which flow, and
 * what became of each call. Whether calls are suspended after failures stands beside the connector, for every node.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table api_connector (
    tenant_id uuid not null references tenant,
    connector_id uuid not null,
    display_name text not null,
    target_url text not null,
    user_name text,
    password_encrypted bytea,
    signing_secret_encrypted bytea,
    failures int not null default 0,
    suspended_until timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, connector_id)
  )`,
  `create table api_connector_certificate (
    tenant_id uuid not null,
    connector_id uuid not null,
    thumbprint text not null,
    not_before timestamptz not null,
    not_after timestamptz not null,
    certificates text not null,
    private_key_encrypted bytea not null,
    uploaded_at timestamptz not null,
    primary key (tenant_id, connector_id, thumbprint),
    foreign key (tenant_id, connector_id) references api_connector on delete cascade
  )`,
  `create table user_flow_connector (
    tenant_id uuid not null,
    flow_id uuid not null,
    step text not null check (step in ('after-proof', 'before-creation')),
    connector_id uuid not null,
    primary key (tenant_id, flow_id, step),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, connector_id) references api_connector on delete cascade
  )`,
  "create index user_flow_of_connector on user_flow_connector (tenant_id, connector_id)",
  // A call outlives its connector in the log.
  `create table api_connector_call (
    tenant_id uuid not null references tenant,
    call_id uuid not null,
    connector_id uuid not null,
    connector_name text not null,
    flow_name text,
    step text not null,
    occurred_at timestamptz not null,
    attempts int not null,
    duration_milliseconds int not null,
    outcome text not null,
    reason text,
    status int,
    request jsonb not null,
    answer text,
    correlation_id uuid not null,
    primary key (tenant_id, call_id)
  )`,
  "create index api_connector_calls on api_connector_call (tenant_id, connector_id, call_id desc)",
  "create index api_connector_call_age on api_connector_call (occurred_at)",
];
