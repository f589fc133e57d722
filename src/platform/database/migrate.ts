import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StartRefused } from "../../foundation/start-refused.ts";
import type { Database } from "./database.ts";
import { allMigrations } from "./migrations/all-migrations.ts";

const historyTable = "schema_migration";
const lockTable = "schema_migration_lock";

/**
 * Brings the schema up to this program's version. Many nodes may do so at once: one works under a lock of the
 * database, the others wait and find nothing left to do. Throws StartRefused when a newer program was here.
 */
export async function migrate(
  database: Database,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
): Promise<{ readonly applied: readonly string[] }> {
  // Migrations speak SQL as it is written: names are not translated.
  const plain = database.withoutPlugins();
  await refuseNewerData(plain, migrations);
  const migrator = new Migrator({
    db: plain,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: historyTable,
    migrationLockTableName: lockTable,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    await refuseNewerData(plain, migrations); // A newer node may have been quicker just now.
    throw error;
  }
  return { applied: (results ?? []).map((result) => result.migrationName) };
}

async function refuseNewerData(
  database: Database,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const found = await sql<{ present: boolean }>`
    select to_regclass(${historyTable}) is not null as present`.execute(database);
  if (!found.rows[0]?.present) return;
  const applied = await sql<{ name: string }>`select name from ${sql.table(historyTable)}`.execute(database);
  const unknown = applied.rows.map((row) => row.name).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new StartRefused(
    "data-newer-than-program",
    `The database was written by a newer Guesthouse; this one does not know: ${unknown.sort().join(", ")}.\n` +
      "  Start the newer version, or use another database (DATABASE_URL) or data directory (GUESTHOUSE_DATA_DIR).\n" +
      "  To go back to this version, restore the backup that was made before the update.",
  );
}
