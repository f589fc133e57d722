import type { Machine } from "../../../platform/machine.ts";
import { deleteRequestsEndedBy } from "./sign-up-request-store.ts";

/** Forgets requests that nobody decided, and decisions that everybody has had time to read. */
export function removeEndedRequests(machine: Machine): Promise<void> {
  return deleteRequestsEndedBy(machine.database, machine.clock());
}
