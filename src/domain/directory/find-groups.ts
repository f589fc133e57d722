import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectGroupMembers, selectGroups, selectGroupsOfMember } from "./group-store.ts";
import type { Group } from "./rules/group.ts";
import type { Sponsor as GroupMember } from "./rules/sponsor.ts";

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

/** Users and groups put into a group, by id, after the last one of the page before. */
export function listGroupMembers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<GroupMember[]> {
  return selectGroupMembers(handle, tenantId, groupId, page);
}
