import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { endSignInsOfUser } from "../signin/sessions/end-sign-ins-of-user.ts";
import { tellApplications } from "./tell-applications.ts";

/** Whose sessions an administrator (or the person) has ended, and when; what began later stays. */
export interface EndSessionsPayload {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  /** ISO 8601. */
  readonly before: string;
}

/**
 * Clears up after sessions that became void: takes what the user signed in to out of every browser's session, for a
 * member also as a guest elsewhere, and has the applications told.
 */
export async function endSessions(machine: Machine, payload: EndSessionsPayload): Promise<void> {
  await machine.database.transaction().execute(async (transaction) => {
    const ended = await endSignInsOfUser(transaction, { ...payload, before: new Date(payload.before) });
    await tellApplications(machine, transaction, ended);
  });
}
