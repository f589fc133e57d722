import { type Kysely, sql } from "kysely";

/**
 * The indexes by which a further address of a user is found take in new rows at once. By default PostgreSQL gathers
 * them in a list that every search reads from end to end: an import, which searches and adds in turn, would become
 * slower with each row.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const index of ["user_other_mails", "user_proxy_addresses"]) {
    await sql`alter index ${sql.table(index)} set (fastupdate = off)`.execute(database);
    await sql`select gin_clean_pending_list(${index}::regclass)`.execute(database);
  }
}
