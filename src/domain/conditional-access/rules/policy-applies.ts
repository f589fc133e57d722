import type { AccessCircumstances } from "./access-circumstances.ts";
import type { Outsiders, PeopleSet, PlaceSet, PolicyConditions } from "./conditional-access-policy.ts";

/** Whether a policy is about this person, application and place. What is excluded wins over what is included. */
export function policyApplies(conditions: PolicyConditions, circumstances: AccessCircumstances): boolean {
  const { includedPeople, excludedPeople, places } = conditions;
  return (
    isAmong(includedPeople, circumstances) &&
    !isAmong(excludedPeople, circumstances) &&
    concernsApplication(conditions, circumstances) &&
    (places === undefined ||
      (isPlaceOf(places.included, circumstances) && !isPlaceOf(places.excluded, circumstances)))
  );
}

function isAmong(people: PeopleSet, circumstances: AccessCircumstances): boolean {
  const { user, groupIds, roles } = circumstances;
  return (
    people.isEverybody ||
    (people.isEveryOutsider && (user.kind === "guest" || user.isExternal)) ||
    people.userIds.includes(user.userId) ||
    people.groupIds.some((groupId) => groupIds.includes(groupId)) ||
    people.roles.some((role) => roles.includes(role)) ||
    (people.outsiders !== undefined && isOutsider(people.outsiders, circumstances))
  );
}

function isOutsider({ kinds, homeTenants }: Outsiders, { user, homeTenantId }: AccessCircumstances): boolean {
  const kind = outsiderKind(user);
  if (kind === undefined || !kinds.includes(kind)) return false;
  return homeTenants === "all" || (homeTenantId !== undefined && homeTenants.includes(homeTenantId));
}

function outsiderKind({ kind, isExternal }: AccessCircumstances["user"]) {
  if (isExternal) return kind === "guest" ? "collaboration-guest" : "collaboration-member";
  return kind === "guest" ? "internal-guest" : undefined;
}

/**
 * An application is concerned when it asks or is asked for, so that none becomes a way around another's policy; what
 * it asks for is not spared by the exclusion of another. Our own pages are part of all applications alone.
 */
function concernsApplication(
  { includedApplications, excludedApplications }: PolicyConditions,
  { applicationIds }: AccessCircumstances,
): boolean {
  const [asking] = applicationIds;
  if (asking !== undefined && excludedApplications.includes(asking)) return false;
  return (
    includedApplications === "all" ||
    applicationIds.some((id) => includedApplications.includes(id) && !excludedApplications.includes(id))
  );
}

/** A network that is not seen is no place that has a name. */
function isPlaceOf(set: PlaceSet, { places }: AccessCircumstances): boolean {
  return (
    set.isEverywhere ||
    places.some(
      ({ locationId, isTrusted }) =>
        (set.isEveryTrusted && isTrusted) || set.locationIds.includes(locationId),
    )
  );
}
