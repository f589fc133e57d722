import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { StartRefused } from "../../../foundation/start-refused.ts";
import type { Log } from "../../telemetry/log.ts";
import type { DatabaseConnection } from "../open-pool.ts";
import { clusterExists, databaseName, readPassword, roleName } from "./cluster.ts";
import { createCluster, handOver } from "./create-cluster.ts";
import { connectAs, findOwner, type Owner, type OwnerKind, tryToOwn } from "./ownership.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { type ServerPlan, startServer, stopServer } from "./run-server.ts";

export type EmbeddedConnection = Exclude<DatabaseConnection, { connectionString: string }>;

/** A server that this process owns as long as `client` is connected, or one that another process owns. */
export type TakenServer =
  | { readonly state: "owned"; readonly client: pg.Client; readonly connection: EmbeddedConnection }
  | { readonly state: "shared"; readonly connection: EmbeddedConnection };

type Attempt =
  | TakenServer
  | { readonly state: "absent" }
  | { readonly state: "busy" }
  | { readonly state: "held"; readonly holder: Owner | undefined };

const waitForCommandMilliseconds = 10_000;
const waitForServerMilliseconds = 300_000;

/**
 * Makes, starts, takes over or shares the server of a cluster. Any other process may do the same at the same
 * moment or end at any moment, so each step only looks, tries, and looks again.
 */
export async function takeServer(plan: ServerPlan, kind: OwnerKind, log: Log): Promise<TakenServer> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < waitForServerMilliseconds) {
    const attempt = await knock(plan, kind, log);
    if (attempt.state === "owned" || attempt.state === "shared") return attempt;
    if (attempt.state === "held") refuseHeld(attempt.holder, plan, performance.now() - startedAt);
    const isStarted = attempt.state === "absent" && (await start(plan, log));
    if (!isStarted) await pause(50);
  }
  throw new Error(
    `The embedded database in ${plan.cluster.directory} did not become ready; see ${plan.cluster.logFile}.`,
  );
}

/** Connects to the server, if one runs, and tries to own it. */
async function knock(plan: ServerPlan, kind: OwnerKind, log: Log): Promise<Attempt> {
  if (!(await clusterExists(plan.cluster, plan.runtime))) return { state: "absent" };
  const connection = await findConnection(plan);
  if (!connection) return { state: "absent" };
  let client: pg.Client;
  try {
    client = await connectAs(kind, connection);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "57P03") return { state: "busy" }; // Starting, recovering or shutting down.
    if (["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code)) return { state: "absent" };
    throw error;
  }
  try {
    if (await tryToOwn(client)) return await adopt(plan, client, connection, log);
    const holder = await findOwner(client);
    await client.end();
    return kind === "command" ? { state: "shared", connection } : { state: "held", holder };
  } catch (error) {
    await client.end().catch(() => undefined);
    log.debug({ error: (error as Error).message }, "the embedded database went away while it was asked for");
    return { state: "busy" };
  }
}

async function findConnection(plan: ServerPlan): Promise<EmbeddedConnection | undefined> {
  const running = await readPostmasterFile(plan.cluster);
  if (!running) return undefined;
  return {
    host: running.hasSocket ? plan.cluster.directory : "127.0.0.1",
    port: running.port,
    user: roleName,
    password: await readPassword(plan.cluster),
    database: databaseName,
  };
}

/** A server that another version of the program or other settings started is stopped, to be started anew. */
async function adopt(
  plan: ServerPlan,
  client: pg.Client,
  connection: EmbeddedConnection,
  log: Log,
): Promise<Attempt> {
  const shown = await client.query<{ mark: string | null }>(
    "select current_setting('guesthouse.mark', true) as mark",
  );
  if (shown.rows[0]?.mark === plan.settings.mark) return { state: "owned", client, connection };
  log.info(
    { directory: plan.cluster.directory },
    "restarting the embedded database with this version's settings",
  );
  await stopServer(plan);
  await client.end().catch(() => undefined);
  return { state: "busy" };
}

/** Returns false when another process was quicker. */
async function start(plan: ServerPlan, log: Log): Promise<boolean> {
  const { cluster, runtime, user } = plan;
  if (!(await clusterExists(cluster, runtime))) {
    log.info({ directory: cluster.directory }, "setting up the embedded database");
    await createCluster(cluster, runtime, user);
  } else if (user) {
    await handOver(cluster.directory, user);
  }
  return startServer(plan);
}

function refuseHeld(holder: Owner | undefined, plan: ServerPlan, waitedMilliseconds: number): void {
  if (!holder || (holder.kind === "command" && waitedMilliseconds < waitForCommandMilliseconds)) return;
  throw new StartRefused(
    "data-directory-in-use",
    `Another Guesthouse (process ${holder.pid} on ${holder.host}${holder.kind === "command" ? ", a command" : ""}) uses the database in ${plan.cluster.directory}.\n` +
      "  Stop that one first, or give this one another data directory with GUESTHOUSE_DATA_DIR.\n" +
      "  Several nodes share one PostgreSQL by DATABASE_URL.",
  );
}
