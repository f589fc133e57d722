import type { Branded, GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectDeletedGroup } from "./deleted-object-store.ts";
import { findUser } from "./find-user.ts";
import type { Group } from "./rules/group.ts";
import type { User } from "./rules/user.ts";

export type DeletedObject =
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "group"; readonly group: Group };

/** What was deleted under this id and can come back. */
export async function findDeleted(
  handle: DatabaseHandle,
  tenantId: TenantId,
  id: Branded<string>,
): Promise<DeletedObject | undefined> {
  const [user, group] = await Promise.all([
    findUser(handle, tenantId, id as string as UserId, { includeDeleted: true }),
    selectDeletedGroup(handle, tenantId, id as string as GroupId),
  ]);
  if (user?.deletedAt) return { kind: "user", user };
  return group && { kind: "group", group };
}
