import type { GroupId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { selectNamedObjects } from "./directory-object-store.ts";
import { lockNesting, selectGroupsAbove, selectLinkedIds } from "./group-link-store.ts";
import type { GroupRelation, NamedObject } from "./rules/directory-object.ts";

export interface GroupLinkRefusal {
  /** `object-unsuitable`: of a kind that cannot be this of a group. */
  readonly code: "object-not-found" | "object-unsuitable" | "already-there" | "would-make-a-circle";
  /** The object that is refused; none of the others is added either. */
  readonly id: string;
}

/** Looks up what is to be added to a group, and refuses all of it when one object cannot be. */
export async function planGroupLinks(
  transaction: DatabaseTransaction,
  group: { readonly tenantId: TenantId; readonly groupId: GroupId },
  relation: GroupRelation,
  ids: readonly string[],
): Promise<Result<readonly NamedObject[], GroupLinkRefusal>> {
  const { tenantId, groupId } = group;
  const asked = [...new Set(ids)];
  const objects = await selectNamedObjects(transaction, tenantId, asked);
  const missing = asked.find((id) => !objects.some((object) => object.id === id));
  if (missing !== undefined) return refuse({ code: "object-not-found", id: missing });
  const groups = objects.filter((object) => object.kind === "group");
  const [first] = groups;
  if (first && relation === "owner") return refuse({ code: "object-unsuitable", id: first.id });
  const [present] = await selectLinkedIds(transaction, tenantId, groupId, relation, asked);
  if (present !== undefined) return refuse({ code: "already-there", id: present });
  if (first) {
    await lockNesting(transaction, tenantId);
    const above: readonly string[] = [groupId, ...(await selectGroupsAbove(transaction, tenantId, groupId))];
    const circle = groups.find((inner) => above.includes(inner.id));
    if (circle) return refuse({ code: "would-make-a-circle", id: circle.id });
  }
  return accept(objects);
}
