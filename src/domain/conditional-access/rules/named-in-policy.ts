import type { ApplicationId, GroupId, NamedLocationId, UserId } from "../../../foundation/identifiers.ts";
import type { PolicyConditions } from "./conditional-access-policy.ts";

/** What a policy speaks of by id, each once. */
export function namedInPolicy({
  includedPeople,
  excludedPeople,
  includedApplications,
  excludedApplications,
  places,
}: PolicyConditions): {
  readonly userIds: readonly UserId[];
  readonly groupIds: readonly GroupId[];
  readonly applicationIds: readonly ApplicationId[];
  readonly locationIds: readonly NamedLocationId[];
} {
  const included = includedApplications === "all" ? [] : includedApplications;
  return {
    userIds: once([...includedPeople.userIds, ...excludedPeople.userIds]),
    groupIds: once([...includedPeople.groupIds, ...excludedPeople.groupIds]),
    applicationIds: once([...included, ...excludedApplications]),
    locationIds: once([...(places?.included.locationIds ?? []), ...(places?.excluded.locationIds ?? [])]),
  };
}

function once<Id>(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)];
}
