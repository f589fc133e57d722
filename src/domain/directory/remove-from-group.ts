import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectNamedObjects } from "./directory-object-store.ts";
import { deleteGroupLink, selectOwningUsers } from "./group-link-store.ts";
import { selectGroupForUpdate } from "./group-store.ts";
import type { GroupRelation } from "./rules/directory-object.ts";

export interface RemoveFromGroupRefusal {
  readonly code: "group-not-found" | "not-there" | "last-owner";
}

/** Takes a member or an owner out of a group. The last person who answers for it stays. */
export async function removeFromGroup(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly groupId: GroupId;
    readonly relation: GroupRelation;
    readonly objectId: string;
  },
): Promise<Result<undefined, RemoveFromGroupRefusal>> {
  const { tenantId, groupId, relation, objectId } = input;
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const group = await selectGroupForUpdate(transaction, tenantId, groupId);
    if (!group) return refuse({ code: "group-not-found" });
    const owners = relation === "owner" ? await selectOwningUsers(transaction, tenantId, groupId) : [];
    if (owners.length === 1 && owners[0] === objectId) return refuse({ code: "last-owner" });
    const [object] = await selectNamedObjects(transaction, tenantId, [objectId]);
    const isRemoved = await deleteGroupLink(transaction, tenantId, groupId, relation, objectId);
    if (!isRemoved) return refuse({ code: "not-there" });
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: `group-${relation}-removed`,
      result: "success",
      target: { kind: "group", id: groupId, name: group.displayName },
      details: {
        memberId: objectId,
        ...(object ? { memberKind: object.kind, memberName: object.displayName } : {}),
      },
    });
    return accept(undefined);
  });
}
