import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Log } from "../../telemetry/log.ts";
import { clusterBelow } from "./cluster.ts";
import { findRuntime } from "./find-runtime.ts";
import type { OwnerKind } from "./ownership.ts";
import { reachRuntime } from "./reach-runtime.ts";
import { type ServerPlan, stopServer } from "./run-server.ts";
import { serverSettings } from "./server-settings.ts";
import { chooseServerUser } from "./server-user.ts";
import { type EmbeddedConnection, takeServer } from "./take-server.ts";

export interface EmbeddedRequest {
  readonly dataDirectory: string;
  /** A command may use the server that a running Guesthouse owns; a second service is refused. */
  readonly kind: OwnerKind;
  readonly isDurable: boolean;
  readonly log: Log;
}

/** A running server of our own. */
export interface EmbeddedServer {
  readonly connection: EmbeddedConnection;
  /** Stops it if it is this process's to stop. */
  close(): Promise<void>;
}

const waitForRetakingMilliseconds = 5_000;

/**
 * The embedded server of a data directory: made at the first start, started when it is not running, taken over
 * when the process that ran it was killed, shared when this is a command beside a running service.
 */
export async function openEmbedded(request: EmbeddedRequest): Promise<EmbeddedServer> {
  const plan = await planServer(request);
  const taken = await takeServer(plan, request.kind, request.log);
  if (taken.state === "shared") return { connection: taken.connection, close: async () => undefined };
  return { connection: taken.connection, close: keepServer(plan, request, taken.client) };
}

async function planServer(request: EmbeddedRequest): Promise<ServerPlan> {
  const cluster = clusterBelow(request.dataDirectory);
  const user = await chooseServerUser(cluster.directory);
  const runtime = await reachRuntime(await findRuntime(), user, request.log);
  return { cluster, user, runtime, settings: serverSettings(runtime, request.isDurable) };
}

/**
 * Watches the connection that owns the server. When it breaks, the server has died (or has reset itself after one
 * of its processes died): it is started again and taken again, and the pool finds it where it was.
 * Returns what ends the watch and stops the server.
 */
function keepServer(plan: ServerPlan, { kind, log }: EmbeddedRequest, first: pg.Client): () => Promise<void> {
  let client = first;
  let isClosing = false;
  let retaking = Promise.resolve();

  async function retake(): Promise<void> {
    log.error({ directory: plan.cluster.directory }, "the embedded database has stopped; starting it again");
    while (!isClosing) {
      try {
        const taken = await takeServer(plan, kind, log);
        if (taken.state === "owned") watch(taken.client);
        log.info({ directory: plan.cluster.directory }, "the embedded database runs again");
        return;
      } catch (error) {
        log.error({ error: (error as Error).message }, "the embedded database could not be started again");
        await pause(1000);
      }
    }
  }

  function watch(next: pg.Client): void {
    client = next;
    client.once("end", () => {
      if (!isClosing) retaking = retake();
    });
  }

  watch(first);
  return async () => {
    isClosing = true;
    await Promise.race([retaking, pause(waitForRetakingMilliseconds, undefined, { ref: false })]);
    await stopServer(plan); // Still ours: nobody else can take it before it is gone.
    await client.end().catch(() => undefined);
  };
}
