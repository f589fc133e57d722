import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectGroups, selectGroupsOfMember } from "./group-store.ts";
import type { Group } from "./rules/group.ts";

/** Ids of all groups a user belongs to, directly or through groups in groups. */
export function groupsOf(handle: DatabaseHandle, tenantId: TenantId, userId: UserId): Promise<GroupId[]> {
  return selectGroupsOfMember(handle, tenantId, userId, "transitive");
}

/** Ids of the groups a user was put into. */
export function directGroupsOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
): Promise<GroupId[]> {
  return selectGroupsOfMember(handle, tenantId, userId, "direct");
}

/** One group. */
export async function findGroup(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<Group | undefined> {
  const [group] = await selectGroups(handle, tenantId, [groupId]);
  return group;
}

/** The living ones of these groups. */
export function findGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupIds: readonly GroupId[],
): Promise<Group[]> {
  return selectGroups(handle, tenantId, groupIds);
}
