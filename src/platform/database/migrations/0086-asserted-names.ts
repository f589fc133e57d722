import { type Kysely, sql } from "kysely";

/** A session remembers by which name an application was told of its person by SAML: the sign-out goes by the same. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw("alter table session_application add column asserted_name jsonb").execute(database);
}
