import { secondsAfter } from "../../foundation/clock.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { selectApplicationsDeletedBefore } from "./deleted-application-store.ts";
import { purgeDeletedApplication } from "./purge-deleted-application.ts";

/** As long as that, an application can be restored. */
const restorableDays = 30;
const mostAtOnce = 500;

/** Removes for good the applications that were deleted 30 days ago; to be run about hourly on any node. */
export async function removeLongDeletedApplications(machine: Machine): Promise<number> {
  const before = secondsAfter(machine.clock(), -restorableDays * 24 * 3600);
  const circumstances = {
    actor: { kind: "service" as const },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  let removed = 0;
  for (;;) {
    const found = await selectApplicationsDeletedBefore(machine.database, before, mostAtOnce);
    for (const key of found)
      if ((await purgeDeletedApplication(machine, circumstances, key)).ok) removed += 1;
    if (found.length < mostAtOnce) return removed;
  }
}
