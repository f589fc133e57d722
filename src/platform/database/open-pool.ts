import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Log } from "../telemetry/log.ts";
import type { Database } from "./database.ts";
import type { DatabaseSchema } from "./database-schema.ts";
import { prepareStatements } from "./prepare-statements.ts";

/** Where a PostgreSQL is and who we are there; `pg` and `pg-boss` both take it as it is. */
export type DatabaseConnection =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/** A pool of connections whose values arrive the way the schema types say. */
export function openPool(connection: DatabaseConnection, poolSize: number, log: Log): pg.Pool {
  const pool = newPool(connection, poolSize, log);
  prepareStatements(pool);
  return pool;
}

const lookupPoolSize = 4;

/**
 * Statements here find rows by their keys, many at a time. Their plans are kept, and are the same whether a table was
 * empty or had a million rows when its first statement was planned.
 */
const lookupPlans =
  "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

/** A small pool for gathered statements. */
export function openLookupPool(connection: DatabaseConnection, log: Log): pg.Pool {
  const pool = newPool(connection, lookupPoolSize, log, async (client) => {
    await client.query(lookupPlans);
  });
  prepareStatements(pool, "all");
  return pool;
}

function newPool(
  connection: DatabaseConnection,
  poolSize: number,
  log: Log,
  onConnect?: (client: pg.ClientBase) => Promise<void>,
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    types: valueTypes(),
    application_name: "guesthouse",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...(onConnect ? { onConnect } : {}),
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on("error", (error) => log.warn({ error: error.message }, "a database connection was lost"));
  return pool;
}

/** Kysely over a pool: camelCase in TypeScript, snake_case in SQL, jsonb content left as it was written. */
export function overPool(pool: pg.Pool): Database {
  return new Kysely<DatabaseSchema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** int8 becomes a number where that is exact; a date stays the day it names; timestamps are Date already. */
function valueTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : text;
  });
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return types as pg.CustomTypesConfig;
}
