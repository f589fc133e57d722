import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { deleteIdentity } from "./identity-store.ts";
import { mailAddresses } from "./rules/mail-addresses.ts";
import { selectExternalUsersByMail } from "./user-address-store.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

/**
 * Makes an external user redeem anew: the identity is unlinked, sessions end, everything else stays. With
 * `newAddress` the person is reached and recognised by that one from now on. Nothing changes unless `reset`.
 */
export async function resetRedemption(
  transaction: DatabaseTransaction,
  input: {
    readonly tenantId: TenantId;
    readonly userId: UserId;
    readonly now: Date;
    readonly newAddress?: EmailAddress | undefined;
  },
): Promise<"reset" | "user-not-found" | "not-external" | "address-taken"> {
  const { tenantId, userId, now, newAddress } = input;
  const user = await selectUserForUpdate(transaction, tenantId, userId);
  if (!user) return "user-not-found";
  if (!user.isExternal) return "not-external";
  if (newAddress) {
    const holders = await selectExternalUsersByMail(transaction, tenantId, [
      normalizeEmailAddress(newAddress),
    ]);
    if (holders.some((holder) => holder.userId !== userId)) return "address-taken";
  }
  await deleteIdentity(transaction, tenantId, userId);
  await updateLivingUser(transaction, tenantId, userId, {
    redemptionState: "pending",
    redemptionStateChangedAt: now,
    sessionsValidFrom: now,
    ...(newAddress ? mailAddresses(newAddress, { ...user, otherMails: [] }) : {}),
  });
  return "reset";
}
