import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "./announce-ended-sessions.ts";
import type { User } from "./rules/user.ts";
import { updateLivingUser } from "./user-store.ts";

/** Voids every session and refresh token of a user that began before now. */
export async function revokeSessions(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId },
): Promise<Result<User, { readonly code: "user-not-found" }>> {
  const { tenantId, userId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const user = await updateLivingUser(transaction, tenantId, userId, { sessionsValidFrom: now });
    if (!user) return refuse({ code: "user-not-found" });
    await announceEndedSessions(machine, transaction, now, input);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "sign-in-sessions-revoked",
      result: "success",
      target: { kind: "user", id: userId, name: user.displayName },
    });
    return accept(user);
  });
}
