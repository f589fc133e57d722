import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  type ChangedQuery,
  selectChangedIds,
  selectGroupsKept,
  selectMemberChanges,
  selectMoment,
  selectUsersKept,
} from "./directory-change-store.ts";
import { selectGroupPage } from "./group-query-store.ts";
import {
  type ChangeWindow,
  type DirectoryMoment,
  type MemberChange,
  type MemberPlace,
  type ObjectChange,
  whatBecameOf,
} from "./rules/directory-change.ts";
import type { Group } from "./rules/group.ts";
import type { User } from "./rules/user.ts";
import { selectUserPage } from "./user-query-store.ts";

/** What to follow of the users or groups of a tenant, and where to go on. */
export interface ChangeQuery {
  /** Undefined: not what changed, but all there are. */
  readonly window: ChangeWindow | undefined;
  /** Only these objects. */
  readonly among: readonly string[] | undefined;
  readonly from: { readonly id: string; readonly isIncluded: boolean } | undefined;
  readonly limit: number;
}

/** The moment up to which changes can be told now. */
export function currentMoment(handle: DatabaseHandle): Promise<DirectoryMoment> {
  return selectMoment(handle);
}

/** One page of users that changed, by id, as they are now. */
export async function changedUsers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangeQuery,
): Promise<ObjectChange<User>[]> {
  const { window, among, from, limit } = query;
  if (window === undefined) {
    const where = among && {
      compare: { property: "userId" as const, operator: "in" as const, value: among },
    };
    const users = await selectUserPage(handle, tenantId, { where, after: from?.id, limit });
    return users.map((item) => ({ kind: "there", id: item.userId, item }));
  }
  const ids = await selectChangedIds(handle, tenantId, {
    ...query,
    kind: "user",
    window,
    withMembers: false,
  });
  const users = await selectUsersKept(handle, tenantId, ids);
  return stateOf(ids, new Map(users.map((user) => [user.userId as string, user])));
}

/** One page of groups that changed, by id, as they are now; with `withMembers` also those whose members did. */
export async function changedGroups(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangeQuery & { readonly withMembers: boolean },
): Promise<ObjectChange<Group>[]> {
  const { window, among, from, limit } = query;
  if (window === undefined) {
    const kept = among && {
      compare: { property: "groupId" as const, operator: "in" as const, value: among },
    };
    // The group whose members were too many for the page before comes again.
    const [again] = from?.isIncluded ? await selectGroupsKept(handle, tenantId, [from.id]) : [];
    const groups = await selectGroupPage(handle, tenantId, { where: kept, after: from?.id, limit });
    const all = again && again.deletedAt === undefined ? [again, ...groups] : groups;
    return all.slice(0, limit).map((item) => ({ kind: "there", id: item.groupId, item }));
  }
  const ids = await selectChangedIds(handle, tenantId, { ...query, kind: "group", window });
  const groups = await selectGroupsKept(handle, tenantId, ids);
  return stateOf(ids, new Map(groups.map((group) => [group.groupId as string, group])));
}

/** Memberships of these groups, by group and member: all, or those that changed. */
export function changedMembers(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupIds: readonly string[],
  query: {
    readonly window: ChangeWindow | undefined;
    readonly after: MemberPlace | undefined;
    readonly limit: number;
  },
): Promise<MemberChange[]> {
  return selectMemberChanges(handle, tenantId, groupIds, query);
}

/** Ids of objects of a kind that changed, each once, in their order: for those who know what stands behind them. */
export function changedIds(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: ChangeQuery & { readonly kind: ChangedQuery["kind"]; readonly window: ChangeWindow },
): Promise<string[]> {
  return selectChangedIds(handle, tenantId, { ...query, withMembers: false });
}

function stateOf<Item extends { readonly deletedAt: Date | undefined }>(
  ids: readonly string[],
  kept: ReadonlyMap<string, Item>,
): ObjectChange<Item>[] {
  const living = new Map([...kept].filter(([, { deletedAt }]) => deletedAt === undefined));
  return whatBecameOf(ids, living, new Set(kept.keys()));
}
