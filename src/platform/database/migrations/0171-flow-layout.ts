import { type Kysely, sql } from "kysely";

/** Whether a flow's providers stand above the question for the address. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw("alter table user_flow add column providers_first boolean not null default false")
    .execute(database);
}
