import {
  type MetadataReading,
  readProviderMetadata,
} from "../domain/federation/read-provider-metadata-job.ts";
import type { RunningJobQueue } from "../platform/jobs/job-queue.ts";
import type { Machine } from "../platform/machine.ts";

/** Has this node read what partners' providers publish, when housekeeping says it is time. */
export async function startMetadataReadings(machine: Machine, jobs: RunningJobQueue): Promise<void> {
  await jobs.work("read-provider-metadata", (payload) =>
    readProviderMetadata(machine, payload as MetadataReading),
  );
}
