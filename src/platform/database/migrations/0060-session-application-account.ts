import { type Kysely, sql } from "kysely";

/**
 * A session remembers by which of its accounts an application was used, so that one account can be signed out and the
 * others stay; and what a user signed in to is found by the user, so that it ends when an administrator says so.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = [
    "alter table session_application add column account_id uuid",
    `update session_application used set account_id = account.account_id
      from session_account account
      where account.session_id = used.session_id
        and ((account.issuer = 'tenant:' || used.tenant_id and account.subject = used.user_id::text)
          or exists (select from external_identity identity
            where identity.tenant_id = used.tenant_id and identity.user_id = used.user_id
              and identity.issuer = account.issuer and identity.subject = account.subject))`,
    // Of an account that was signed out before: nothing is open there any more.
    "delete from session_application where account_id is null",
    `alter table session_application alter column account_id set not null,
      add foreign key (session_id, account_id) references session_account on delete cascade`,
    "create index session_application_user on session_application (tenant_id, user_id)",
    "create index session_account_identity on session_account (issuer, subject)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(database);
}
