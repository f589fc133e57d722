import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { hashPassword, verifyPassword } from "../../platform/secrets/password.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { announceEndedSessions } from "./announce-ended-sessions.ts";
import { lockPasswordHash, selectPasswordHash } from "./password-store.ts";
import { acceptablePassword, type PasswordRefusal } from "./rules/acceptable-password.ts";
import type { User } from "./rules/user.ts";
import { selectUser, updateLivingUser } from "./user-store.ts";

export type OwnPasswordRefusal =
  | { readonly code: "user-not-found" | "signs-in-elsewhere" | "password-unchanged" | "password-replaced" }
  | PasswordRefusal;

/**
 * Somebody who has proved their password replaces it by another. What began with the old one ends, and the duty to
 * choose a new one is done.
 */
export async function changeOwnPassword(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly newPassword: string },
): Promise<Result<User, OwnPasswordRefusal>> {
  const { tenantId, userId, newPassword } = input;
  const [user, oldHash] = await Promise.all([
    selectUser(machine.database, tenantId, userId),
    selectPasswordHash(machine.database, tenantId, userId),
  ]);
  if (!user) return refuse({ code: "user-not-found" });
  if (user.isExternal || oldHash === undefined) return refuse({ code: "signs-in-elsewhere" });
  const acceptable = acceptablePassword(newPassword, user.userPrincipalName);
  if (!acceptable.ok) return acceptable;
  if (await verifyPassword(oldHash, newPassword)) return refuse({ code: "password-unchanged" });
  const passwordHash = await hashPassword(newPassword);

  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    // The proof was of the old password: an administrator's reset meanwhile is not undone by it.
    if ((await lockPasswordHash(transaction, tenantId, userId)) !== oldHash)
      return refuse({ code: "password-replaced" });
    const after = await updateLivingUser(transaction, tenantId, userId, {
      ...{ passwordHash, passwordChangedAt: now },
      mustChangePassword: false,
      sessionsValidFrom: now,
    });
    if (!after) return refuse({ code: "user-not-found" });
    await announceEndedSessions(machine, transaction, now, { tenantId, userId });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "password-changed",
      result: "success",
      target: { kind: "user", id: userId, name: after.displayName },
      details: { wasRequired: user.mustChangePassword },
    });
    return accept(after);
  });
}
