import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { isLastAdministrator } from "./is-last-administrator.ts";
import { deleteRole } from "./role-store.ts";
import type { DirectoryRole } from "./rules/directory-role.ts";
import { selectUser } from "./user-store.ts";

export type RoleRemovalRefusal = { readonly code: "role-not-held" | "last-administrator" };

/** Takes a role over the directory from a user; the last Global Administrator keeps theirs. */
export async function removeDirectoryRole(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly userId: UserId; readonly role: DirectoryRole },
): Promise<Result<"removed", RoleRemovalRefusal>> {
  const { tenantId, userId, role } = input;
  const now = machine.clock();
  const user = await selectUser(machine.database, tenantId, userId);
  if (!user) return refuse({ code: "role-not-held" });
  return machine.database.transaction().execute(async (transaction) => {
    if (role === "global-administrator" && (await isLastAdministrator(transaction, tenantId, userId)))
      return refuse({ code: "last-administrator" });
    if (!(await deleteRole(transaction, tenantId, { userId, role })))
      return refuse({ code: "role-not-held" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "directory-role-removed",
      result: "success",
      target: { kind: "user", id: userId, name: user.displayName },
      details: { role },
    });
    return accept("removed");
  });
}
