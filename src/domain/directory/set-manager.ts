import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findUser } from "./find-user.ts";
import type { User } from "./rules/user.ts";
import { selectUserForUpdate, updateLivingUser } from "./user-store.ts";

/** Says to whom somebody reports; `undefined`: to nobody. */
export async function setManager(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly managerId: UserId | undefined },
): Promise<
  Result<User, { readonly code: "user-not-found" | "manager-not-found" | "manager-is-self" | "no-manager" }>
> {
  const { tenantId, userId, managerId } = input;
  const now = machine.clock();
  if (managerId === userId) return refuse({ code: "manager-is-self" });
  return machine.database.transaction().execute(async (transaction) => {
    const before = await selectUserForUpdate(transaction, tenantId, userId);
    if (!before) return refuse({ code: "user-not-found" });
    if (managerId === undefined && before.managerId === undefined) return refuse({ code: "no-manager" });
    if (managerId !== undefined && !(await findUser(transaction, tenantId, managerId)))
      return refuse({ code: "manager-not-found" });
    const after = await updateLivingUser(transaction, tenantId, userId, { managerId: managerId ?? null });
    if (!after) return refuse({ code: "user-not-found" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-updated",
      result: "success",
      target: { kind: "user", id: userId, name: after.displayName },
      details: { changed: { managerId: { from: before.managerId ?? null, to: managerId ?? null } } },
    });
    return accept(after);
  });
}
