import pg from "pg";
import { afterAll, inject } from "vitest";
import type { Database } from "../../src/platform/database/database.ts";
import { gatherThrough } from "../../src/platform/database/gathered.ts";
import {
  type DatabaseConnection,
  openLookupPool,
  openPool,
  overPool,
} from "../../src/platform/database/open-pool.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";

/** A database of a test file's own, with the whole schema in it and nothing else. */
export interface TestDatabase {
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly connection: DatabaseConnection;
  /** For a child process, as its DATABASE_URL. */
  readonly databaseUrl: string;
}

let made = 0;

/**
 * Makes a database for the test file that calls it (at its top level or in beforeAll) and drops it after its tests.
 * `isEmpty`: without the schema, as an operator hands it over.
 */
export async function testDatabase(options: { readonly isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++made}`;
  const template = options.isEmpty ? "template0" : server.template;
  await asSuperuser((client) =>
    client.query(`create database ${name} template ${template} owner ${server.role}`),
  );
  const connection = { ...server.superuser, user: server.role, database: name };
  const pool = openPool(connection, 8, openLog("silent"));
  const database = overPool(pool);
  const lookups = overPool(openLookupPool(connection, openLog("silent")));
  gatherThrough(database, lookups);
  afterAll(async () => {
    await Promise.all([database.destroy(), lookups.destroy()]);
    await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
  });
  const { user, password, host, port } = connection;
  const databaseUrl = `postgres://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
  return { database, pool, connection, databaseUrl };
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject("testServer").superuser);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
