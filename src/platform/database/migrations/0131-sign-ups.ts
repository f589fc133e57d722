import { type Kysely, sql } from "kysely";

/** Who signed up by which flow, for which application, and when: a flow takes so many people in an hour. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const statements = [
    // A flow may be deleted; whoever came by it stays.
    `create table sign_up (
      tenant_id uuid not null,
      user_id uuid not null,
      flow_id uuid not null,
      application_id uuid not null,
      signed_up_at timestamptz not null,
      primary key (tenant_id, user_id),
      foreign key (tenant_id, user_id) references "user" on delete cascade
    )`,
    "create index sign_ups_of_flow on sign_up (tenant_id, flow_id, signed_up_at)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(database);
}
