import type { DeletedObject } from "../../../../domain/directory/find-deleted.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, hasPermission, missingPermission } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import { checkMayChangeGroup } from "../groups/may-change-group.ts";
import { checkMayAdminister } from "../users/may-change-user.ts";
import { deletedItemPermissions } from "./deleted-item-operations.ts";

/** Throws 403 for guests, and for tokens that may not read objects of this kind. */
export function checkMaySeeDeleted(caller: Caller, kind: DeletedObject["kind"]): void {
  checkPermissionOf(caller, deletedItemPermissions[kind].read);
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read what was deleted here." });
}

/** Throws 403 unless the caller administers such objects, or owned this one. */
export async function checkMayChangeDeleted(
  machine: Machine,
  caller: Caller,
  deleted: DeletedObject,
): Promise<void> {
  checkPermissionOf(caller, deletedItemPermissions[deleted.kind].change);
  if (deleted.kind === "user")
    await checkMayAdminister(machine, caller, deleted.user, "POST /directory/deletedItems/:id/restore");
  else await checkMayChangeGroup(machine, caller, deleted.group);
}

function checkPermissionOf(caller: Caller, sufficient: readonly string[]): void {
  if (!hasPermission(caller, sufficient)) throw missingPermission(caller, sufficient);
}
