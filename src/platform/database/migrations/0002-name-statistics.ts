import { type Kysely, sql } from "kysely";

/**
 * How much the lower-case names and addresses of users differ. PostgreSQL gathers that with an index on the
 * expression, yet does not look at it while the index is partial: it then takes an address for something that
 * hundreds share, and reads users one by one in the order of ids rather than one row by the index.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const column of ["mail", "user_principal_name", "display_name"])
    await sql
      .raw(`create statistics user_${column}_statistics on lower(${column}) from "user"`)
      .execute(database);
}
