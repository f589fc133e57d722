import { type EmailAddress, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { mailAddresses } from "./rules/mail-addresses.ts";
import { selectExternalUsersByMail } from "./user-address-store.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

/**
 * An internal user keeps object id, name, groups and rights, but signs in elsewhere from now on: the password is
 * erased and the redemption is pending. Nothing changes unless `external`.
 */
export async function makeUserExternal(
  transaction: DatabaseTransaction,
  input: {
    readonly tenantId: TenantId;
    readonly userId: UserId;
    readonly now: Date;
    readonly address: EmailAddress;
  },
): Promise<"external" | "user-not-found" | "already-external" | "address-taken"> {
  const { tenantId, userId, now, address } = input;
  const user = await selectUserForUpdate(transaction, tenantId, userId);
  if (!user) return "user-not-found";
  if (user.isExternal) return "already-external";
  const holders = await selectExternalUsersByMail(transaction, tenantId, [normalizeEmailAddress(address)]);
  if (holders.length > 0) return "address-taken";
  await updateLivingUser(transaction, tenantId, userId, {
    isExternal: true,
    redemptionState: "pending",
    redemptionStateChangedAt: now,
    convertedAt: null,
    sessionsValidFrom: now,
    passwordHash: null,
    passwordChangedAt: null,
    mustChangePassword: false,
    ...mailAddresses(address, user),
  });
  return "external";
}
