import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, hasPermission, missingPermission } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import { checkMayChange } from "../applications/may-change-application.ts";
import { checkMayChangeGroup } from "../groups/may-change-group.ts";
import { checkMayChangePresence } from "../service-principals/may-change-service-principal.ts";
import { checkMayAdminister } from "../users/may-change-user.ts";
import { deletedItemPermissions } from "./deleted-item-operations.ts";
import type { DeletedItem } from "./find-deleted-item.ts";

/** Throws 403 for guests, and for tokens that may not read objects of this kind. */
export function checkMaySeeDeleted(caller: Caller, kind: DeletedItem["kind"]): void {
  checkPermissionOf(caller, deletedItemPermissions[kind].read);
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read what was deleted here." });
}

/** Throws 403 unless the caller administers such objects, or owned this one. */
export async function checkMayChangeDeleted(
  machine: Machine,
  caller: Caller,
  deleted: DeletedItem,
): Promise<void> {
  checkPermissionOf(caller, deletedItemPermissions[deleted.kind].change);
  switch (deleted.kind) {
    case "user":
      return checkMayAdminister(machine, caller, deleted.user, "POST /directory/deletedItems/:id/restore");
    case "group":
      return checkMayChangeGroup(machine, caller, deleted.group);
    case "application":
      return checkMayChange(machine, caller, deleted.application);
    case "service-principal":
      return checkMayChangePresence(machine, caller, deleted.found);
  }
}

function checkPermissionOf(caller: Caller, sufficient: readonly string[]): void {
  if (!hasPermission(caller, sufficient)) throw missingPermission(caller, sufficient);
}
