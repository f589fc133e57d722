import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { StartRefused } from "../../../foundation/start-refused.ts";
import type { Log } from "../../telemetry/log.ts";
import type { DatabaseConnection } from "../open-pool.ts";
import { clusterBelow, clusterExists, databaseName, readPassword, roleName } from "./cluster.ts";
import { createCluster, handOver } from "./create-cluster.ts";
import { findRuntime } from "./find-runtime.ts";
import { connectAs, findOwner, type OwnerKind, tryToOwn } from "./ownership.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { reachRuntime } from "./reach-runtime.ts";
import { type ServerPlan, startServer, stopServer } from "./run-server.ts";
import { serverSettings } from "./server-settings.ts";
import { chooseServerUser } from "./server-user.ts";

export interface EmbeddedRequest {
  readonly dataDirectory: string;
  /** A command may use the server that a running Guesthouse owns; a second service is refused. */
  readonly kind: OwnerKind;
  readonly isDurable: boolean;
  readonly log: Log;
}

/** A running server of our own. */
export interface EmbeddedServer {
  readonly connection: Exclude<DatabaseConnection, { connectionString: string }>;
  /** Stops it if it is this process's to stop. */
  close(): Promise<void>;
}

const waitForCommandMilliseconds = 10_000;
const waitForServerMilliseconds = 300_000;

/**
 * The embedded server of a data directory: made at the first start, started when it is not running, taken over
 * when the process that ran it was killed, shared when this is a command beside a running service.
 */
export async function openEmbedded(request: EmbeddedRequest): Promise<EmbeddedServer> {
  const plan = await planServer(request);
  const startedAt = performance.now();
  while (performance.now() - startedAt < waitForServerMilliseconds) {
    const attempt = await knock(plan, request);
    if (attempt.state === "absent") {
      await start(plan, request);
    } else if (attempt.state === "busy" || attempt.state === "held") {
      await waitOrRefuse(attempt, plan, performance.now() - startedAt);
    } else {
      const { client, connection } = attempt;
      if (attempt.state === "owned") return { connection, close: () => release(plan, client) };
      await client.end();
      return { connection, close: async () => undefined };
    }
  }
  throw new Error(
    `The embedded database in ${plan.cluster.directory} did not become ready; see ${plan.cluster.logFile}.`,
  );
}

async function planServer(request: EmbeddedRequest): Promise<ServerPlan> {
  const cluster = clusterBelow(request.dataDirectory);
  const user = await chooseServerUser(cluster.directory);
  const runtime = await reachRuntime(await findRuntime(), user, request.log);
  return { cluster, user, runtime, settings: serverSettings(runtime, request.isDurable) };
}

type Attempt =
  | { readonly state: "absent" }
  | { readonly state: "busy" }
  | { readonly state: "held"; readonly holder: Awaited<ReturnType<typeof findOwner>> }
  | {
      readonly state: "owned" | "shared";
      readonly client: pg.Client;
      readonly connection: EmbeddedServer["connection"];
    };

/** Connects to the server, if one runs, and tries to take it. */
async function knock(plan: ServerPlan, request: EmbeddedRequest): Promise<Attempt> {
  if (!(await clusterExists(plan.cluster, plan.runtime))) return { state: "absent" };
  const connection = await findConnection(plan);
  if (!connection) return { state: "absent" };
  let client: pg.Client;
  try {
    client = await connectAs(request.kind, connection);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "57P03") return { state: "busy" }; // Starting, recovering or shutting down.
    if (["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code)) return { state: "absent" };
    throw error;
  }
  if (await tryToOwn(client)) return adopt(plan, client, connection, request.log);
  if (request.kind === "command") return { state: "shared", client, connection };
  const holder = await findOwner(client);
  await client.end();
  return { state: "held", holder };
}

/** A server that an older program or other settings started is stopped, to be started anew. */
async function adopt(
  plan: ServerPlan,
  client: pg.Client,
  connection: EmbeddedServer["connection"],
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
  await release(plan, client);
  return { state: "absent" };
}

async function findConnection(plan: ServerPlan): Promise<EmbeddedServer["connection"] | undefined> {
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

async function start(plan: ServerPlan, request: EmbeddedRequest): Promise<void> {
  const { cluster, runtime, user } = plan;
  if (!(await clusterExists(cluster, runtime))) {
    request.log.info({ directory: cluster.directory }, "setting up the embedded database");
    await createCluster(cluster, runtime, user);
  } else if (user) {
    await handOver(cluster.directory, user);
  }
  const isOurs = await startServer(plan);
  request.log.debug({ directory: cluster.directory, isOurs }, "the embedded database was started");
}

async function waitOrRefuse(
  attempt: Extract<Attempt, { state: "busy" | "held" }>,
  plan: ServerPlan,
  waitedMilliseconds: number,
): Promise<void> {
  if (attempt.state === "held" && attempt.holder) {
    const { kind, pid, host } = attempt.holder;
    if (kind === "server" || waitedMilliseconds > waitForCommandMilliseconds) {
      throw new StartRefused(
        "data-directory-in-use",
        `Another Guesthouse (process ${pid} on ${host}${kind === "command" ? ", a command" : ""}) uses the database in ${plan.cluster.directory}.\n` +
          "  Stop that one first, or give this one another data directory with GUESTHOUSE_DATA_DIR.\n" +
          "  Several nodes share one PostgreSQL by DATABASE_URL.",
      );
    }
  }
  await pause(50);
}

async function release(plan: ServerPlan, client: pg.Client): Promise<void> {
  await stopServer(plan);
  await client.end().catch(() => undefined);
}
