import type pg from "pg";
import { StartRefused } from "../../foundation/start-refused.ts";
import type { Log } from "../telemetry/log.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded/open-embedded.ts";
import { gatherThrough } from "./gathered.ts";
import { type DatabaseConnection, openLookupPool, openPool, overPool } from "./open-pool.ts";

export interface OpenDatabaseRequest {
  /** PostgreSQL to use; undefined: the embedded one below the data directory. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly log: Log;
  readonly poolSize?: number;
  /** For commands: use the embedded server of a Guesthouse that is running, instead of being refused. */
  readonly shareRunning?: boolean;
}

/** A database ready for use, and the way to leave it. */
export interface OpenDatabase {
  readonly database: Database;
  readonly pool: pg.Pool;
  /** For libraries that open connections of their own (pg-boss). */
  readonly connection: DatabaseConnection;
  /** Closes the connections and, when this process runs it, stops the embedded server in order. */
  close(): Promise<void>;
}

const defaultPoolSize = 10;

/** Opens the database that the settings name. Throws StartRefused when there is something to correct. */
export async function openDatabase(request: OpenDatabaseRequest): Promise<OpenDatabase> {
  const poolSize = request.poolSize ?? defaultPoolSize;
  if (request.databaseUrl !== undefined) {
    const connection = { connectionString: request.databaseUrl };
    const pool = openPool(connection, poolSize, request.log);
    await checkReachable(pool, request.databaseUrl);
    return opened(pool, connection, request.log, async () => undefined);
  }
  const server = await openEmbedded({
    dataDirectory: request.dataDirectory,
    kind: request.shareRunning ? "command" : "server",
    isDurable: true,
    log: request.log,
  });
  const pool = openPool(server.connection, poolSize, request.log);
  return opened(pool, server.connection, request.log, () => server.close());
}

function opened(
  pool: pg.Pool,
  connection: DatabaseConnection,
  log: Log,
  closeServer: () => Promise<void>,
): OpenDatabase {
  const database = overPool(pool);
  const lookups = overPool(openLookupPool(connection, log));
  gatherThrough(database, lookups);
  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    await Promise.all([database.destroy(), lookups.destroy()]);
    await closeServer();
  }
  return { database, pool, connection, close: () => (closing ??= closeAll()) };
}

async function checkReachable(pool: pg.Pool, databaseUrl: string): Promise<void> {
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    const url = new URL(databaseUrl);
    if (url.password) url.password = "***";
    throw new StartRefused(
      "database-unreachable",
      `The PostgreSQL of DATABASE_URL (${url.href}) cannot be used: ${(error as Error).message || (error as { code?: string }).code}.\n` +
        "  Check that it runs, that this machine reaches it, and that user, password and database name are right;\n" +
        "  or unset DATABASE_URL to use the PostgreSQL that Guesthouse brings along.",
    );
  }
}
