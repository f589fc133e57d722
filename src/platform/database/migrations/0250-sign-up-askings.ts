import { type Kysely, sql } from "kysely";

/**
 * When somebody asked to be a guest, and nothing of who: it counts towards the hour's limit of the flow although the
 * request was taken back.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table sign_up_asking (
    tenant_id uuid not null,
    flow_id uuid not null,
    asked_at timestamptz not null,
    foreign key (tenant_id, flow_id) references user_flow on delete cascade
  )`,
  "create index sign_up_askings_of_flow on sign_up_asking (tenant_id, flow_id, asked_at)",
  `insert into sign_up_asking (tenant_id, flow_id, asked_at)
    select tenant_id, flow_id, asked_at from sign_up_request`,
];
