import { CompiledQuery } from "kysely";
import { type ConnectionOptions, type JobResult, PgBoss } from "pg-boss";
import type { DatabaseTransaction } from "../database/database.ts";
import type { DatabaseConnection } from "../database/open-pool.ts";
import type { Log } from "../telemetry/log.ts";
import { holdWorkerSeat, type WorkerSeat } from "./hold-worker-seat.ts";
import type { JobHandler, JobQueueName, RunningJobQueue } from "./job-queue.ts";
import { jobsAtOnce, pollSeconds, queueSettings } from "./queue-settings.ts";

export interface JobQueueOptions {
  readonly connection: DatabaseConnection;
  readonly log: Log;
  /** Whether this process does jobs too, or (like a command of the CLI) only adds some. */
  readonly doesWork: boolean;
}

/** When a local worker looks after an enqueue: most transactions are committed by the first, nearly all by the last. */
const nudgeDelays = [15, 60, 200];

/** Opens the job queue kept in the schema `job` of the database; makes or migrates that schema under its own lock. */
export async function openJobQueue(options: JobQueueOptions): Promise<RunningJobQueue> {
  const { connection, log } = options;
  const boss = await startBoss(options);
  const workers = new Map<JobQueueName, string[]>();
  const nudges = new Map<NodeJS.Timeout, JobQueueName>();
  let seat: WorkerSeat | undefined;

  const nudge = (queue: JobQueueName): void => {
    if (!workers.has(queue) || [...nudges.values()].includes(queue)) return;
    for (const delay of nudgeDelays) {
      const timer = setTimeout(() => {
        nudges.delete(timer);
        for (const worker of workers.get(queue) ?? []) boss.notifyWorker(worker);
      }, delay);
      nudges.set(timer, queue);
    }
  };

  return {
    async enqueue(transaction, queue, payloads, { urgent = false } = {}) {
      const jobs = payloads.map((data) => ({ data, priority: urgent ? 1 : 0 }));
      const db = throughTransaction(transaction);
      for (let start = 0; start < jobs.length; start += 1000)
        await boss.insert(queue, jobs.slice(start, start + 1000), { db });
      nudge(queue);
    },
    async work(queue, handler) {
      if (!options.doesWork) throw new Error("this job queue was opened without doesWork");
      seat ??= await holdWorkerSeat(connection, log);
      workers.set(queue, await startWorkers(boss, queue, handler, log));
    },
    async stop({ graceSeconds = 20 } = {}) {
      for (const timer of nudges.keys()) clearTimeout(timer);
      nudges.clear();
      workers.clear();
      await boss.stop({ graceful: true, timeout: graceSeconds * 1000 });
      await seat?.leave();
    },
  };
}

async function startBoss({ connection, log, doesWork }: JobQueueOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    ...connection,
    schema: "job",
    application_name: "guesthouse-jobs",
    max: doesWork ? 3 : 1,
    supervise: doesWork,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => log.error({ error: error.message }, "the job queue had an error"));
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "the job queue warns"));
  await boss.start();
  for (const [queue, settings] of Object.entries(queueSettings)) {
    await boss.createQueue(queue, settings);
    await boss.updateQueue(queue, settings);
  }
  return boss;
}

/**
 * Two workers a queue, so that one slow batch does not hold up everything; each takes batches, and comes back at
 * once while batches are full. Jobs of a batch succeed and fail one by one.
 */
async function startWorkers(
  boss: PgBoss,
  queue: JobQueueName,
  handler: JobHandler,
  log: Log,
): Promise<string[]> {
  const runOne = async (id: string, payload: unknown): Promise<JobResult> => {
    try {
      await handler(payload);
      return { id, status: "completed" };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ queue, jobId: id, reason }, "a job failed and will be tried again");
      return { id, status: "failed", output: { reason } };
    }
  };
  const settings = {
    batchSize: Math.ceil(jobsAtOnce[queue] / 2),
    pollingIntervalSeconds: pollSeconds[queue],
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const;
  const startWorker = (): Promise<string> =>
    boss.work(queue, settings, (jobs) => Promise.all(jobs.map((job) => runOne(job.id, job.data))));
  return [await startWorker(), await startWorker()];
}

/** Runs the queue's statements in the caller's transaction, past its plugins: the queue names its columns itself. */
function throughTransaction(transaction: DatabaseTransaction): NonNullable<ConnectionOptions["db"]> {
  const plain = transaction.withoutPlugins();
  return {
    async executeSql(text, values) {
      const { rows } = await plain.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows };
    },
  };
}
