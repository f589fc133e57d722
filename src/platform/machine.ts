import type { Clock } from "../foundation/clock.ts";
import type { Configuration } from "./config/configuration.ts";
import type { Database } from "./database/database.ts";
import type { JobQueue } from "./jobs/job-queue.ts";
import type { RateLimits } from "./limits/rate-limits.ts";
import type { NameService } from "./names/name-service.ts";
import type { MasterKey } from "./secrets/master-key.ts";
import type { Log } from "./telemetry/log.ts";

/** What every use case runs on. Made once by the composition root; a test makes its own. */
export interface Machine {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly clock: Clock;
  readonly masterKey: MasterKey;
  readonly jobs: JobQueue;
  readonly limits: RateLimits;
  readonly names: NameService;
  readonly log: Log;
}
