import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { superuserName } from "../../src/platform/database/embedded/cluster.ts";
import { openEmbedded } from "../../src/platform/database/embedded/open-embedded.ts";
import { isAlive } from "../../src/platform/database/embedded/postmaster-file.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { openPool, overPool } from "../../src/platform/database/open-pool.ts";
import { openJobQueue } from "../../src/platform/jobs/open-job-queue.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";

/** The server of this test run, and the migrated database that each test file gets a copy of. */
export interface TestServer {
  readonly superuser: { host: string; port: number; user: string; password: string; database: string };
  readonly role: string;
  readonly template: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const prefix = "guesthouse-test-";
const log = openLog("warn");
const running = globalThis as {
  guesthouseTestServer?: Promise<{ server: TestServer; stop: () => Promise<void> }>;
};

/** Starts one server for the whole run, whichever projects it has. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  running.guesthouseTestServer ??= startTestServer();
  const { server, stop } = await running.guesthouseTestServer;
  project.provide("testServer", server);
  return stop;
}

async function startTestServer(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await removeLeftovers();
  const dataDirectory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const embedded = await openEmbedded({ dataDirectory, kind: "server", isDurable: false, log });
  const superuser = { ...embedded.connection, user: superuserName, database: "postgres" };
  const server = { superuser, role: embedded.connection.user, template: "migrated" };
  await makeTemplate(server);
  let stopping: Promise<void> | undefined;
  async function stopAndRemove(): Promise<void> {
    await embedded.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return { server, stop: () => (stopping ??= stopAndRemove()) };
}

async function makeTemplate(server: TestServer): Promise<void> {
  const client = new pg.Client(server.superuser);
  await client.connect();
  await client.query(`create database ${server.template} owner ${server.role}`);
  await client.end();
  const connection = { ...server.superuser, user: server.role, database: server.template };
  const database = overPool(openPool(connection, 2, log));
  await migrate(database);
  await database.destroy();
  const jobs = await openJobQueue({ connection, log, doesWork: false });
  await jobs.stop();
}

/** A run that was killed leaves its server behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^guesthouse-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const dataDirectory = join(tmpdir(), name);
    const leftover = await openEmbedded({ dataDirectory, kind: "command", isDurable: false, log }).catch(
      () => undefined,
    );
    await leftover?.close();
    await rm(dataDirectory, { recursive: true, force: true }).catch(() => undefined);
  }
}
