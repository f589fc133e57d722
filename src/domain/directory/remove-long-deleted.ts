import { secondsAfter } from "../../foundation/clock.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Machine } from "../../platform/machine.ts";
import { selectDeletedBefore } from "./deleted-object-store.ts";
import { purgeDeleted } from "./purge-deleted.ts";

/** As long as that, what was deleted can be restored. */
const restorableDays = 30;
const mostAtOnce = 500;

/** Removes for good what was deleted 30 days ago; to be run about hourly on any node. Answers how many. */
export async function removeLongDeleted(machine: Machine): Promise<number> {
  const before = secondsAfter(machine.clock(), -restorableDays * 24 * 3600);
  const circumstances = {
    actor: { kind: "service" as const },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  let removed = 0;
  for (;;) {
    const found = await selectDeletedBefore(machine.database, before, mostAtOnce);
    for (const object of found) if ((await purgeDeleted(machine, circumstances, object)).ok) removed += 1;
    if (found.length < mostAtOnce) return removed;
  }
}
