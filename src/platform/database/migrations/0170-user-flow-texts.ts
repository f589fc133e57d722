import { type Kysely, sql } from "kysely";

/** What the pages of a flow say in one language in place of our own words. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table user_flow_text (
        tenant_id uuid not null,
        flow_id uuid not null,
        language text not null,
        page text not null,
        texts jsonb not null,
        primary key (tenant_id, flow_id, language, page),
        foreign key (tenant_id, flow_id) references user_flow on delete cascade
      )`,
    )
    .execute(database);
}
