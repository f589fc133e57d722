import { removeEndedSignIns } from "../domain/signin/remove-ended-sign-ins.ts";
import { removeExpiredGrants } from "../domain/tokens/remove-expired-grants.ts";
import { rotateSigningKeys } from "../domain/tokens/rotate-signing-keys.ts";
import { ensureLogPartitions } from "../platform/database/ensure-log-partitions.ts";
import type { Machine } from "../platform/machine.ts";

const everyMilliseconds = 3600 * 1000;

/** Hourly work of every node; each part is harmless when several nodes do it at once. */
export function startHousekeeping(machine: Machine): { stop(): void } {
  const keepHouse = async () => {
    try {
      await ensureLogPartitions(machine.database, machine.clock());
      await rotateSigningKeys(machine);
      await removeExpiredGrants(machine);
      await removeEndedSignIns(machine);
    } catch (error) {
      machine.log.error({ error }, "housekeeping failed and is tried again in an hour");
    }
  };
  void keepHouse();
  const timer = setInterval(keepHouse, everyMilliseconds);
  return { stop: () => clearInterval(timer) };
}
