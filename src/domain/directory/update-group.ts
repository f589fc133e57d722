import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import type { AddToGroupRefusal } from "./add-to-group.ts";
import { selectGroupForUpdate, updateLivingGroup } from "./group-store.ts";
import { planGroupLinks } from "./plan-group-links.ts";
import { recordGroupLinks } from "./record-group-links.ts";
import type { Group } from "./rules/group.ts";

/** What can be changed; what is left out stays, null empties. */
export interface GroupChanges {
  readonly displayName?: string;
  readonly description?: string | null;
  readonly mailNickname?: string;
}

/** Changes a group's properties and adds members, or refuses both. */
export async function updateGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly groupId: GroupId;
    readonly changes: GroupChanges;
    readonly addedMemberIds?: readonly string[];
  },
): Promise<Result<Group, AddToGroupRefusal>> {
  const { tenantId, groupId, changes, addedMemberIds = [] } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const before = await selectGroupForUpdate(transaction, tenantId, groupId);
    if (!before) return refuse({ code: "group-not-found" });
    const added = await planGroupLinks(transaction, before, "member", addedMemberIds);
    if (!added.ok) return added;
    const changed = changedProperties(before, changes);
    let group = before;
    if (Object.keys(changed).length > 0) {
      group = (await updateLivingGroup(transaction, tenantId, groupId, changes)) ?? before;
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "group-updated",
        result: "success",
        target: { kind: "group", id: groupId, name: group.displayName },
        details: { changed },
      });
    }
    await recordGroupLinks(transaction, circumstances, {
      group,
      relation: "member",
      objects: added.value,
      now,
    });
    return accept(group);
  });
}

function changedProperties(
  before: Group,
  changes: GroupChanges,
): Record<string, { from: unknown; to: unknown }> {
  const names = Object.keys(changes) as (keyof GroupChanges)[];
  return Object.fromEntries(
    names
      .map((name) => [name, { from: before[name] ?? null, to: changes[name] ?? null }] as const)
      .filter(([, { from, to }]) => from !== to),
  );
}
