import { removeLongDeletedApplications } from "../domain/applications/remove-long-deleted-applications.ts";
import { removeLongDeleted } from "../domain/directory/remove-long-deleted.ts";
import { removeOldChanges } from "../domain/directory/remove-old-changes.ts";
import { removeOldConnectionTests } from "../domain/federation/connection-tests/remove-old-connection-tests.ts";
import { queueMetadataReadings } from "../domain/federation/queue-metadata-readings.ts";
import { removeEndedSignIns } from "../domain/signin/remove-ended-sign-ins.ts";
import { removeOldCalls } from "../domain/signup/api-connectors/remove-old-calls.ts";
import { removeEndedRequests } from "../domain/signup/approval/remove-ended-requests.ts";
import { removeExpiredGrants } from "../domain/tokens/remove-expired-grants.ts";
import { rotateSigningKeys } from "../domain/tokens/rotate-signing-keys.ts";
import { ensureLogPartitions } from "../platform/database/ensure-log-partitions.ts";
import type { Machine } from "../platform/machine.ts";

const everyMilliseconds = 3600 * 1000;

/** Each part is harmless when several nodes do it at once, and does not need the others to succeed. */
const parts: Readonly<Record<string, (machine: Machine) => Promise<unknown>>> = {
  "log partitions": (machine) => ensureLogPartitions(machine.database, machine.clock()),
  "signing keys": (machine) => rotateSigningKeys(machine),
  "expired grants": removeExpiredGrants,
  "ended sign-ins": removeEndedSignIns,
  "tests of identity providers": removeOldConnectionTests,
  "what was deleted long ago": removeLongDeleted,
  "applications deleted long ago": removeLongDeletedApplications,
  "old changes of the directory": removeOldChanges,
  "metadata of providers": queueMetadataReadings,
  "old calls of sign-up": removeOldCalls,
  "ended requests to sign up": removeEndedRequests,
};

/** Hourly work of every node. To stop it waits for the part that is under way; the others are done next time. */
export function startHousekeeping(machine: Machine): { stop(): Promise<void> } {
  let isStopped = false;
  const keepHouse = async () => {
    for (const [part, work] of Object.entries(parts)) {
      if (isStopped) return;
      await work(machine).catch((error: unknown) =>
        machine.log.error({ error, part }, "a part of housekeeping failed and is tried again in an hour"),
      );
    }
  };
  let underWay = keepHouse();
  const timer = setInterval(() => {
    underWay = underWay.then(keepHouse);
  }, everyMilliseconds);
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
      return underWay;
    },
  };
}
