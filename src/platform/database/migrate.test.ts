import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { openLog } from "../telemetry/log.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { openPool, overPool } from "./open-pool.ts";

const opened: Database[] = [];
const created: string[] = [];

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(inject("testServer").superuser);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Opens several nodes on one empty database. */
async function nodesOnEmptyDatabase(count: number): Promise<[Database, ...Database[]]> {
  const server = inject("testServer");
  const name = `empty_${process.pid}_${created.length}`;
  await asSuperuser(`create database ${name} owner ${server.role}`);
  created.push(name);
  const connection = { ...server.superuser, user: server.role, database: name };
  const node = (): Database => overPool(openPool(connection, 3, openLog("silent")));
  const nodes: [Database, ...Database[]] = [node(), ...Array.from({ length: count - 1 }, node)];
  opened.push(...nodes);
  return nodes;
}

afterAll(async () => {
  await Promise.all(opened.map((database) => database.destroy()));
  for (const name of created) await asSuperuser(`drop database ${name} with (force)`);
});

const newer: Record<string, Migration> = {
  ...allMigrations,
  "9999-from-the-future": { up: async () => undefined },
};

describe("migrate", () => {
  it("applies every migration to an empty database, and nothing the second time", async () => {
    const [node] = await nodesOnEmptyDatabase(1);
    expect((await migrate(node)).applied).toEqual(Object.keys(allMigrations).sort());
    expect((await migrate(node)).applied).toEqual([]);
    expect(await node.selectFrom("tenant").select("tenantId").execute()).toEqual([]);
  });

  it("lets five nodes start together: one applies, the others wait", async () => {
    const nodes = await nodesOnEmptyDatabase(5);
    const outcomes = await Promise.all(nodes.map((node) => migrate(node)));
    const workers = outcomes.filter((outcome) => outcome.applied.length > 0);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.applied).toEqual(Object.keys(allMigrations).sort());
  });

  it("refuses a database that a newer Guesthouse wrote, and changes nothing in it", async () => {
    const [node] = await nodesOnEmptyDatabase(1);
    await migrate(node, newer);
    await expect(migrate(node)).rejects.toMatchObject({
      code: "data-newer-than-program",
      message: expect.stringContaining("9999-from-the-future"),
    });
    await expect(migrate(node, newer)).resolves.toEqual({ applied: [] });
  });

  it("leaves nothing of a migration that fails", async () => {
    const [node] = await nodesOnEmptyDatabase(1);
    const broken: Migration = {
      up: async (database) => {
        await sql`create table half_done (id integer)`.execute(database);
        await sql`select 1 / 0`.execute(database);
      },
    };
    await expect(migrate(node, { "0001-broken": broken })).rejects.toThrow("division by zero");
    const found = await sql<{
      present: boolean;
    }>`select to_regclass('half_done') is not null as present`.execute(node);
    expect(found.rows[0]?.present).toBe(false);
  });
});
