import { type Kysely, sql } from "kysely";

/**
 * Approval of sign-ups: whether a flow requires it, who approves, and who has asked. What somebody said of themselves
 * stands sealed in their request alone; nothing of it is in the directory before somebody approves.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  "alter table user_flow add column requires_approval boolean not null default false",
  `create table user_flow_approving_user (
    tenant_id uuid not null,
    flow_id uuid not null,
    user_id uuid not null,
    primary key (tenant_id, flow_id, user_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  "create index user_flow_of_approving_user on user_flow_approving_user (tenant_id, user_id)",
  `create table user_flow_approving_group (
    tenant_id uuid not null,
    flow_id uuid not null,
    group_id uuid not null,
    primary key (tenant_id, flow_id, group_id),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade,
    foreign key (tenant_id, group_id) references "group" on delete cascade
  )`,
  "create index user_flow_of_approving_group on user_flow_approving_group (tenant_id, group_id)",
  // One request of one identity by one flow: a further one takes the place of one that was decided.
  `create table sign_up_request (
    tenant_id uuid not null,
    request_id uuid not null,
    flow_id uuid not null,
    application_id uuid not null,
    identity_digest bytea not null,
    asking_encrypted bytea not null,
    state text not null check (state in ('pending', 'approved', 'denied')),
    asked_at timestamptz not null,
    decided_at timestamptz,
    decision_encrypted bytea,
    expires_at timestamptz not null,
    primary key (tenant_id, request_id),
    unique (tenant_id, flow_id, identity_digest),
    foreign key (tenant_id, flow_id) references user_flow on delete cascade
  )`,
  "create index sign_up_requests_of_flow on sign_up_request (tenant_id, flow_id, asked_at)",
  "create index sign_up_request_end on sign_up_request (expires_at)",
  "alter table mail drop constraint mail_purpose_check",
  `alter table mail add constraint mail_purpose_check
    check (purpose in ('invitation', 'one-time-code', 'sign-up-approval'))`,
];
