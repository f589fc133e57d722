import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../src/platform/database/database.ts";

/** Everything stored, in every spelling in which bytes could hide a text. */
export async function dumpOf(database: Database): Promise<string> {
  const tables = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database,
  );
  const parts: string[] = [];
  for (const { schema, name } of tables.rows) {
    const all: RawBuilder<Record<string, unknown>> = sql`select * from ${sql.id(schema, name)}`;
    const { rows } = await all.execute(database);
    parts.push(`${schema}.${name}`, ...rows.flatMap((row) => Object.values(row).map(spelled)));
  }
  return parts.join("\n");
}

function spelled(value: unknown): string {
  if (Buffer.isBuffer(value)) {
    return (["latin1", "utf8", "hex", "base64", "base64url"] as const)
      .map((form) => value.toString(form))
      .join("\n");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The spellings of a secret to look for: as it is, and the bytes that its base64url form stands for. */
export function spellingsOf(secret: string): string[] {
  const isEncoded = /^[A-Za-z0-9_-]{40,}$/.test(secret);
  const bytes = Buffer.from(secret, "base64url");
  return isEncoded ? [secret, bytes.toString("hex"), bytes.toString("base64")] : [secret];
}
