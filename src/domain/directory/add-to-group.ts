import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { selectGroups } from "./group-store.ts";
import { type GroupLinkRefusal, planGroupLinks } from "./plan-group-links.ts";
import { recordGroupLinks } from "./record-group-links.ts";
import type { GroupRelation } from "./rules/directory-object.ts";
import type { Group } from "./rules/group.ts";

export type AddToGroupRefusal = GroupLinkRefusal | { readonly code: "group-not-found" };

/** Puts users, groups or service principals into a group, or makes them its owners: all of them or none. */
export async function addToGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly groupId: GroupId;
    readonly relation: GroupRelation;
    readonly ids: readonly string[];
  },
): Promise<Result<Group, AddToGroupRefusal>> {
  const { tenantId, groupId, relation } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const [group] = await selectGroups(transaction, tenantId, [groupId]);
    if (!group) return refuse({ code: "group-not-found" });
    const planned = await planGroupLinks(transaction, group, relation, input.ids);
    if (!planned.ok) return planned;
    await recordGroupLinks(transaction, circumstances, { group, relation, objects: planned.value, now });
    return accept(group);
  });
}
