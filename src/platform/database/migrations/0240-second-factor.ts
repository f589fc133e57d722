import { type Kysely, sql } from "kysely";

/**
 * The authenticator app of a user, one being set up in a browser, and that a code of it was entered in a browser. The
 * last two end with the account in the browser's session, a proof also with the app it was made by.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table second_factor (
    tenant_id uuid not null,
    factor_id uuid not null,
    user_id uuid not null,
    secret_encrypted bytea not null,
    last_step integer not null,
    set_up_at timestamptz not null,
    primary key (tenant_id, factor_id),
    unique (tenant_id, user_id),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  `create table second_factor_enrolment (
    session_id uuid not null,
    account_id uuid not null,
    tenant_id uuid not null,
    user_id uuid not null,
    secret_encrypted bytea not null,
    begun_at timestamptz not null,
    primary key (session_id, account_id, tenant_id, user_id),
    foreign key (session_id, account_id) references session_account on delete cascade,
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  "create index second_factor_enrolment_of_user on second_factor_enrolment (tenant_id, user_id)",
  `create table second_factor_proof (
    session_id uuid not null,
    account_id uuid not null,
    tenant_id uuid not null,
    user_id uuid not null,
    factor_id uuid not null,
    proved_at timestamptz not null,
    primary key (session_id, account_id, tenant_id, user_id),
    foreign key (session_id, account_id) references session_account on delete cascade,
    foreign key (tenant_id, factor_id) references second_factor on delete cascade
  )`,
  "create index second_factor_proof_of_factor on second_factor_proof (tenant_id, factor_id)",
  "alter table mail drop constraint mail_purpose_check",
  `alter table mail add constraint mail_purpose_check
    check (purpose in ('invitation', 'one-time-code', 'sign-up-approval', 'second-factor'))`,
];
