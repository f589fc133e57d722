import { type GroupOverageSource, groupClaims } from "./group-claims.ts";

/** What a token may say about where a person belongs. */
export interface Memberships {
  /** Values of app roles. */
  readonly roles: readonly string[];
  /** Ids, or names where the application wants those. Undefined: the application does not want groups. */
  readonly groups: readonly string[] | undefined;
  /** Groups are written where roles would be, instead of them. */
  readonly groupsAreRoles: boolean;
  /** Ids of directory roles, the same in every tenant. */
  readonly directoryRoleIds: readonly string[];
}

/** The claims `roles`, `groups` and `wids`, or what stands in for too many groups. */
export function membershipClaims(
  held: Memberships,
  channel: "front" | "back",
  overage: GroupOverageSource,
): Record<string, unknown> {
  const groups = groupClaims(held.groups, channel, overage);
  const wids = held.directoryRoleIds;
  if (!held.groupsAreRoles) return { roles: held.roles, ...groups, wids };
  const { groups: asRoles, ...tooMany } = groups;
  return { roles: asRoles, ...tooMany, wids };
}
