import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { undeleteGroup } from "./deleted-object-store.ts";
import type { Group } from "./rules/group.ts";

/** Brings a deleted group back, with the members and owners it had. */
export async function restoreGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly groupId: GroupId },
): Promise<Result<Group, { readonly code: "group-not-found" }>> {
  const { tenantId, groupId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const group = await undeleteGroup(transaction, tenantId, groupId);
    if (!group) return refuse({ code: "group-not-found" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "group-restored",
      result: "success",
      target: { kind: "group", id: groupId, name: group.displayName },
    });
    return accept(group);
  });
}
