import { setTimeout as pause } from "node:timers/promises";
import { type KeptConnection, keepConnection } from "../database/keep-connection.ts";
import type { DatabaseConnection } from "../database/open-pool.ts";
import type { Log } from "../telemetry/log.ts";

/** A sign, kept as long as a database connection lives, that this process does jobs. */
export interface WorkerSeat {
  leave(): Promise<void>;
}

/** Any number that is not an advisory lock elsewhere: "job" in ASCII. */
const seatLock = 0x6a6f62;

/**
 * Takes a seat among the workers of this database. Whoever finds all other seats empty knows that the jobs marked as
 * running belong to processes that were killed, and gives them back at once instead of waiting until their sign of
 * life is overdue. Should a seat be lost for a moment together with its connection, a job may run twice; jobs bear it.
 */
export async function holdWorkerSeat(connection: DatabaseConnection, log: Log): Promise<WorkerSeat> {
  const left = new AbortController();
  let kept: KeptConnection | undefined;

  const sit = async (isFirst: boolean): Promise<void> => {
    kept = await keepConnection(connection, () => void sitAgain());
    await kept.client.query("begin");
    if (isFirst && (await findsNobodyElse(kept))) await returnOrphanedJobs(kept, log);
    // A lock of the session, taken while nobody else can take the exclusive one; the exclusive one ends here.
    await kept.client.query("select pg_advisory_lock_shared($1)", [seatLock]);
    await kept.client.query("commit");
  };
  const sitAgain = async (): Promise<void> => {
    while (!left.signal.aborted) {
      await pause(2000, undefined, { signal: left.signal, ref: false }).catch(() => undefined);
      if (left.signal.aborted) return;
      if (
        await sit(false).then(
          () => true,
          () => false,
        )
      )
        return;
    }
  };

  await sit(true);
  return {
    async leave() {
      left.abort();
      await kept?.close();
    },
  };
}

/** Asks a few times: the database may need a moment to notice that a process is dead. */
async function findsNobodyElse({ client }: KeptConnection): Promise<boolean> {
  for (let tries = 0; tries < 5; tries += 1) {
    if (tries > 0) await pause(100);
    const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_xact_lock($1) as alone", [
      seatLock,
    ]);
    if (rows[0]?.alone) return true;
  }
  return false;
}

/** Does what pg-boss does when it hands back a job that was fetched but not begun. */
async function returnOrphanedJobs({ client }: KeptConnection, log: Log): Promise<void> {
  const { rowCount } = await client.query(
    "update job.job set state = 'created', started_on = null, heartbeat_on = null where state = 'active'",
  );
  if (rowCount) log.info({ jobs: rowCount }, "took up jobs that a killed process had begun");
}
