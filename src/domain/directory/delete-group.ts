import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { updateLivingGroup } from "./group-store.ts";
import type { Group } from "./rules/group.ts";

/** Takes a group out of the directory; `restoreGroup` brings it back with its members and owners. */
export async function deleteGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly groupId: GroupId },
): Promise<Result<Group, { readonly code: "group-not-found" }>> {
  const { tenantId, groupId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const group = await updateLivingGroup(transaction, tenantId, groupId, { deletedAt: now });
    if (!group) return refuse({ code: "group-not-found" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "group-deleted",
      result: "success",
      target: { kind: "group", id: groupId, name: group.displayName },
    });
    return accept(group);
  });
}
