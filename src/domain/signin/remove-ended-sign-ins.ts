import type { Machine } from "../../platform/machine.ts";
import { removeOldCodes } from "../federation/connectors/email-code/remove-old-codes.ts";
import { removeOldAssertions } from "../federation/connectors/signed-assertions/remove-old-assertions.ts";
import { removeOldVisitCodes } from "../visits/remove-old-visit-codes.ts";
import { deleteEndedSessions } from "./sessions/session-store.ts";
import { deleteExpiredTransactions } from "./transaction-store.ts";

/** Removes browser sessions, journeys, mailed codes, notes of assertions and codes of visits that nobody can use any more. */
export async function removeEndedSignIns(machine: Machine): Promise<void> {
  const now = machine.clock();
  await deleteEndedSessions(machine.database, now);
  await deleteExpiredTransactions(machine.database, now);
  await removeOldCodes(machine);
  await removeOldAssertions(machine);
  await removeOldVisitCodes(machine);
}
