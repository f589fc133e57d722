import { sql } from "kysely";
import type { Database } from "../../src/platform/database/database.ts";

/** Logs grow by being watched; everything else of a tenant is to stay as it is. */
const logs = /^(?:(?:audit|sign_in)_event|sign_in_activity)/;

/** Everything stored for a tenant, table by table, as text: to see that nothing changed, and to know every id in it. */
export async function tenantRows(database: Database, tenantId: string): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ tableName: string }>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by table_name`.execute(database);
  const dump: Record<string, string> = {};
  for (const { tableName } of tables) {
    if (logs.test(tableName)) continue;
    const { rows } = await sql<{ line: string }>`select to_jsonb(kept)::text as line
      from ${sql.table(tableName)} as kept where tenant_id = ${tenantId} order by line`.execute(database);
    dump[tableName] = rows.map(({ line }) => line).join("\n");
  }
  return dump;
}

/** The ids in such rows. */
export function idsIn(rows: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.values(rows).flatMap((text) => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []),
  );
}
