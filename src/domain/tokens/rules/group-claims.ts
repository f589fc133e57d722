/** A token for an application holds at most this many groups; the answer of the front channel far fewer, for its length. */
const mostGroups = 200;
const mostGroupsInFrontChannel = 5;

/** Where an application finds the groups that did not fit. */
export interface GroupOverageSource {
  readonly groupsEndpoint: string;
}

/**
 * The group part of a token. Too many groups are replaced by a pointer to Graph (distributed claims,
 * OpenID Connect Core section 5.6.2), or by `hasgroups` in the front channel.
 */
export function groupClaims(
  groupIds: readonly string[] | undefined,
  channel: "front" | "back",
  overage: GroupOverageSource,
): Record<string, unknown> {
  if (groupIds === undefined || groupIds.length === 0) return {};
  if (channel === "front" && groupIds.length > mostGroupsInFrontChannel) return { hasgroups: true };
  if (groupIds.length <= mostGroups) return { groups: groupIds };
  return {
    _claim_names: { groups: "src1" },
    _claim_sources: { src1: { endpoint: overage.groupsEndpoint } },
  };
}
