import { type Kysely, sql } from "kysely";

/**
 * Groups have owners, and applications can be members. A member may be of any kind of object, which no foreign key
 * can say: a trigger does what `on delete cascade` would do, whatever deletes the object.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table group_member drop constraint group_member_member_kind_check,
    add constraint group_member_member_kind_check
      check (member_kind in ('user', 'group', 'service-principal'))`,
  `create table group_owner (
    tenant_id uuid not null,
    group_id uuid not null,
    owner_id uuid not null,
    owner_kind text not null check (owner_kind in ('user', 'service-principal')),
    added_at timestamptz not null,
    primary key (tenant_id, group_id, owner_id),
    foreign key (tenant_id, group_id) references "group" on delete cascade
  )`,
  "create index group_owner_of on group_owner (tenant_id, owner_id)",
  'create index group_deleted on "group" (tenant_id, deleted_at) where deleted_at is not null',
  "create index user_sponsor_of on user_sponsor (tenant_id, sponsor_id)",
  `create function forget_directory_object() returns trigger language plpgsql as $body$
    declare
      gone uuid := to_jsonb(old) ->> tg_argv[0];
    begin
      delete from group_member where tenant_id = old.tenant_id and member_id = gone;
      delete from group_owner where tenant_id = old.tenant_id and owner_id = gone;
      delete from application_owner where tenant_id = old.tenant_id and owner_id = gone;
      delete from user_sponsor where tenant_id = old.tenant_id and sponsor_id = gone;
      delete from app_role_assignment where tenant_id = old.tenant_id and principal_id = gone;
      delete from permission_grant where tenant_id = old.tenant_id and principal_id = gone;
      return null;
    end
  $body$`,
  `create trigger forget after delete on "user"
    for each row execute function forget_directory_object('user_id')`,
  `create trigger forget after delete on "group"
    for each row execute function forget_directory_object('group_id')`,
  `create trigger forget after delete on service_principal
    for each row execute function forget_directory_object('service_principal_id')`,
];
