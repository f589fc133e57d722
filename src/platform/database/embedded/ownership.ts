import { hostname } from "node:os";
import pg from "pg";
import type { DatabaseConnection } from "../open-pool.ts";

/** What a process is to the cluster: the service itself, or a command that is over soon. */
export type OwnerKind = "server" | "command";

/** Who holds a cluster. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly pid: number;
  readonly host: string;
}

/** Any number will do; it is the key of the one lock that says whose the running server is. */
const ownershipLock = 4_764_583_219;

/**
 * Tries to take the server for this process. The lock lives as long as the connection, and the connection as long
 * as the process, however it ends; nothing is left behind that a later start would have to judge.
 */
export async function tryToOwn(client: pg.Client): Promise<boolean> {
  const result = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    ownershipLock,
  ]);
  return result.rows[0]?.taken === true;
}

/** Opens a connection that tells others who is behind it. */
export async function connectAs(kind: OwnerKind, connection: DatabaseConnection): Promise<pg.Client> {
  const client = new pg.Client({
    ...connection,
    application_name: `guesthouse ${kind} ${process.pid} ${hostname()}`.slice(0, 63),
    keepAlive: true,
  });
  client.on("error", () => undefined); // A failing query throws by itself, a lost connection is noticed by its end.
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Who holds the server now; undefined when the holder has just let go. */
export async function findOwner(client: pg.Client): Promise<Owner | undefined> {
  const result = await client.query<{ name: string }>(
    `select activity.application_name as name
       from pg_locks as lock
       join pg_stat_activity as activity on activity.pid = lock.pid
      where lock.locktype = 'advisory' and lock.granted
        and (lock.classid::bigint << 32) + lock.objid::bigint = $1`,
    [ownershipLock],
  );
  const [, kind, pid, host] =
    /^guesthouse (server|command) (\d+) (.*)$/.exec(result.rows[0]?.name ?? "") ?? [];
  if (kind === undefined || host === undefined) return undefined;
  return { kind: kind === "server" ? "server" : "command", pid: Number(pid), host };
}
