import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertRoles } from "./role-store.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";
import { selectUserForUpdate } from "./user-store.ts";

/** Gives a user, who may be a guest, a role over the directory; one held already stays. */
export async function assignDirectoryRole(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly role: DirectoryRole },
): Promise<Result<"assigned" | "already-held", { readonly code: "user-not-found" }>> {
  const { tenantId, userId, role } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const user = await selectUserForUpdate(transaction, tenantId, userId);
    if (!user) return refuse({ code: "user-not-found" });
    if ((await insertRoles(transaction, tenantId, userId, [role], now)) === 0) return accept("already-held");
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "directory-role-assigned",
      result: "success",
      target: { kind: "user", id: userId, name: user.displayName },
      details: { role },
    });
    return accept("assigned");
  });
}
