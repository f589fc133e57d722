import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { insertIdentity } from "./identity-store.ts";
import type { ExternalIdentity } from "./rules/external-identity.ts";
import { hasDefaultDisplayName } from "./rules/mail-addresses.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

export interface Redemption {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly identity: ExternalIdentity;
  readonly now: Date;
  /** What the identity provider calls the person; used when the inviter gave no name. */
  readonly homeDisplayName?: string | undefined;
}

/**
 * Turns a pending guest into an accepted one, bound to this identity from now on. Of two redemptions at once one
 * gets `not-pending`; an identity that another guest of the tenant has gets `identity-taken`; then nothing changed.
 */
export async function recordRedemption(
  transaction: DatabaseTransaction,
  { tenantId, userId, identity, now, homeDisplayName }: Redemption,
): Promise<"linked" | "identity-taken" | "not-pending"> {
  const user = await selectUserForUpdate(transaction, tenantId, userId);
  if (user?.redemptionState !== "pending") return "not-pending";
  const isLinked = await insertIdentity(transaction, {
    tenantId,
    userId,
    issuer: identity.issuer,
    subject: identity.subject,
    providerKind: identity.providerKind,
    email: identity.email ?? null,
    linkedAt: now,
  });
  if (!isLinked) return "identity-taken";
  const homeName = homeDisplayName?.trim();
  await updateLivingUser(transaction, tenantId, userId, {
    redemptionState: "accepted",
    redemptionStateChangedAt: now,
    ...(homeName && hasDefaultDisplayName(user) ? { displayName: homeName } : {}),
  });
  return "linked";
}
