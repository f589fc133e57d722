import { type Kysely, sql } from "kysely";

/**
 * When each user last signed in, beside the log that tells all of it: the log is forgotten some day, and nobody who
 * looks for guests who stay away should read it through. No index but the key, and room on each page: a sign-in then
 * rewrites one row where it is.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** The newest entry of one sort, by user, from the log so far. */
function newest(sort: string, condition: string): string {
  return `(select distinct on (tenant_id, user_id) tenant_id, user_id,
    occurred_at as ${sort}_at, event_id as ${sort}_id from sign_in_event
    where user_id is not null and ${condition}
    order by tenant_id, user_id, occurred_at desc, event_id desc) as ${sort}`;
}

const statements = [
  `create table sign_in_activity (
    tenant_id uuid not null,
    user_id uuid not null,
    interactive_at timestamptz,
    interactive_id uuid,
    non_interactive_at timestamptz,
    non_interactive_id uuid,
    success_at timestamptz,
    success_id uuid,
    primary key (tenant_id, user_id)
  ) with (fillfactor = 70)`,
  `insert into sign_in_activity
    select * from ${newest("interactive", "is_interactive")}
    full join ${newest("non_interactive", "not is_interactive")} using (tenant_id, user_id)
    full join ${newest("success", "error_code = 0")} using (tenant_id, user_id)`,
  `create or replace function forget_directory_object() returns trigger language plpgsql as $body$
    declare
      gone uuid := to_jsonb(old) ->> tg_argv[0];
    begin
      delete from group_member where tenant_id = old.tenant_id and member_id = gone;
      delete from group_owner where tenant_id = old.tenant_id and owner_id = gone;
      delete from application_owner where tenant_id = old.tenant_id and owner_id = gone;
      delete from service_principal_owner where tenant_id = old.tenant_id and owner_id = gone;
      delete from user_sponsor where tenant_id = old.tenant_id and sponsor_id = gone;
      delete from app_role_assignment where tenant_id = old.tenant_id and principal_id = gone;
      delete from permission_grant where tenant_id = old.tenant_id and principal_id = gone;
      delete from sign_in_activity where tenant_id = old.tenant_id and user_id = gone;
      return null;
    end
  $body$`,
];
