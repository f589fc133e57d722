import type { SessionId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { bindToSession } from "./connection-test-store.ts";
import type { FoundTest } from "./find-connection-test.ts";

/** The first browser whose person says so has the test; the link is good for no other from then on. */
export function beginConnectionTest(
  machine: Machine,
  { test }: FoundTest,
  sessionId: SessionId,
): Promise<boolean> {
  return bindToSession(machine.database, test.tenantId, test.testId, sessionId);
}
