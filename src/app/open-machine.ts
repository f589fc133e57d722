import { systemClock } from "../foundation/clock.ts";
import { StartRefused } from "../foundation/start-refused.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import { migrate } from "../platform/database/migrate.ts";
import { type OpenDatabase, openDatabase } from "../platform/database/open-database.ts";
import type { RunningJobQueue } from "../platform/jobs/job-queue.ts";
import { openJobQueue } from "../platform/jobs/open-job-queue.ts";
import { openRateLimits } from "../platform/limits/rate-limits.ts";
import type { Machine } from "../platform/machine.ts";
import { openNameService } from "../platform/names/name-service.ts";
import { openMasterKey } from "../platform/secrets/master-key.ts";
import { isRecordedMasterKey } from "../platform/secrets/recorded-master-key.ts";
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
 * `anyMasterKey`: do not insist on the key the data was made with, for a command that looks into that very question.
 * Throws StartRefused when there is something to correct.
 */
export async function openMachine(
  configuration: Configuration,
  options: { readonly serves: boolean; readonly log?: Log; readonly anyMasterKey?: boolean },
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
    const masterKey = openMasterKey(configuration.masterKey, configuration.dataDirectory);
    if (!options.anyMasterKey && !(await isRecordedMasterKey(opened.database, masterKey)))
      throw wrongMasterKey(configuration);
    const jobs = await openJobQueue({ connection: opened.connection, log, doesWork: options.serves });
    const machine: Machine = {
      configuration,
      database: opened.database,
      clock: systemClock,
      masterKey,
      jobs,
      limits: openRateLimits(opened.pool),
      names: openNameService(),
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

function wrongMasterKey(configuration: Configuration): StartRefused {
  const where = configuration.masterKey
    ? "GUESTHOUSE_MASTER_KEY is"
    : `GUESTHOUSE_MASTER_KEY is not set, and ${configuration.dataDirectory}/master.key is`;
  return new StartRefused(
    "master-key-wrong",
    `${where} not the key that this database was made with: stored keys and waiting mails could not be read.\n` +
      "  Set GUESTHOUSE_MASTER_KEY to the key of the service that uses this database.",
  );
}
