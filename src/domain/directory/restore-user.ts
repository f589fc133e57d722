import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectIdentities } from "./identity-store.ts";
import type { User } from "./rules/user.ts";
import { selectExternalUsersByMail, selectUsersByAddress } from "./user-address-store.ts";
import { selectUser, undeleteUser } from "./user-store.ts";

export type RestoreRefusal =
  | { readonly code: "user-not-found" }
  /** Somebody living holds the name or the address by now. */
  | { readonly code: "name-taken" | "address-taken"; readonly heldBy: UserId };

/**
 * Brings a deleted user back as they were. An external user whose identity has moved to a newer guest meanwhile
 * has to redeem again.
 */
export async function restoreUser(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId },
): Promise<Result<User, RestoreRefusal>> {
  const { tenantId, userId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const user = await selectUser(transaction, tenantId, userId);
    if (!user?.deletedAt) return refuse({ code: "user-not-found" });
    const name = user.userPrincipalName.toLowerCase();
    const [nameHolder] = await selectUsersByAddress(transaction, tenantId, name, ["userPrincipalName"]);
    if (nameHolder) return refuse({ code: "name-taken", heldBy: nameHolder.userId });
    if (user.isExternal && user.mail) {
      const [holder] = await selectExternalUsersByMail(transaction, tenantId, [user.mail.toLowerCase()]);
      if (holder) return refuse({ code: "address-taken", heldBy: holder.userId });
    }
    const identities = await selectIdentities(transaction, tenantId, [userId]);
    const hasLostIdentity = user.redemptionState === "accepted" && !identities.has(userId);
    const restored = await undeleteUser(
      transaction,
      tenantId,
      userId,
      hasLostIdentity ? { redemptionState: "pending", redemptionStateChangedAt: now } : {},
    );
    if (!restored) return refuse({ code: "user-not-found" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-restored",
      result: "success",
      target: { kind: "user", id: userId, name: restored.displayName },
    });
    return accept(restored);
  });
}
