import { type Kysely, sql } from "kysely";

/** How a tenant uses an application is somebody's to manage, beside the application itself. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table service_principal_owner (
    tenant_id uuid not null,
    service_principal_id uuid not null,
    owner_id uuid not null,
    owner_kind text not null check (owner_kind in ('user', 'service-principal')),
    added_at timestamptz not null,
    primary key (tenant_id, service_principal_id, owner_id),
    foreign key (tenant_id, service_principal_id) references service_principal on delete cascade
  )`,
  "create index service_principal_owner_of on service_principal_owner (tenant_id, owner_id)",
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
      return null;
    end
  $body$`,
];
