import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "./announce-ended-sessions.ts";
import { isLastAdministrator } from "./is-last-administrator.ts";
import type { User } from "./rules/user.ts";
import { updateLivingUser } from "./user-store.ts";

/** Takes a user out of the directory and ends their sessions; `restoreUser` brings them back. */
export async function deleteUser(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId },
): Promise<Result<User, { readonly code: "user-not-found" | "last-administrator" }>> {
  const { tenantId, userId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    if (await isLastAdministrator(transaction, tenantId, userId))
      return refuse({ code: "last-administrator" });
    const user = await updateLivingUser(transaction, tenantId, userId, {
      deletedAt: now,
      sessionsValidFrom: now,
    });
    if (!user) return refuse({ code: "user-not-found" });
    await announceEndedSessions(machine, transaction, now, input);
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-deleted",
      result: "success",
      target: { kind: "user", id: userId, name: user.displayName },
      details: { userPrincipalName: user.userPrincipalName },
    });
    return accept(user);
  });
}
