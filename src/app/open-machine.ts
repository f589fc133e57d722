import { systemClock } from "../foundation/clock.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import { migrate } from "../platform/database/migrate.ts";
import { type OpenDatabase, openDatabase } from "../platform/database/open-database.ts";
import type { RunningJobQueue } from "../platform/jobs/job-queue.ts";
import { openJobQueue } from "../platform/jobs/open-job-queue.ts";
import { openRateLimits } from "../platform/limits/rate-limits.ts";
import type { Machine } from "../platform/machine.ts";
import { openMasterKey } from "../platform/secrets/master-key.ts";
import { type Log, openLog } from "../platform/telemetry/log.ts";

/** A machine and the way to take it down in order. */
export interface OpenMachine {
  readonly machine: Machine;
  readonly jobs: RunningJobQueue;
  readonly opened: OpenDatabase;
  close(): Promise<void>;
}

/**
 * Opens everything a use case runs on: database (migrated), master key, jobs, limits.
 * `serves`: this process is a node that does jobs and, with the embedded database, owns it; a command shares it.
 * Throws StartRefused when there is something to correct.
 */
export async function openMachine(
  configuration: Configuration,
  options: { readonly serves: boolean; readonly log?: Log },
): Promise<OpenMachine> {
  const log = options.log ?? openLog(configuration.logLevel);
  const opened = await openDatabase({
    databaseUrl: configuration.databaseUrl,
    dataDirectory: configuration.dataDirectory,
    log,
    shareRunning: !options.serves,
  });
  try {
    await migrate(opened.database);
    const jobs = await openJobQueue({ connection: opened.connection, log, doesWork: options.serves });
    const machine: Machine = {
      configuration,
      database: opened.database,
      clock: systemClock,
      masterKey: openMasterKey(configuration.masterKey, configuration.dataDirectory),
      jobs,
      limits: openRateLimits(opened.pool),
      log,
    };
    return {
      machine,
      jobs,
      opened,
      async close() {
        await jobs.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
