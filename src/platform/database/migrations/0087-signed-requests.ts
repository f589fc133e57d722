import { type Kysely, sql } from "kysely";

/** An application may want its requests of SAML to count only when they are signed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw("alter table application add column requires_signed_requests boolean not null default false")
    .execute(database);
}
