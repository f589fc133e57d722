import type {
  ConditionalAccessPolicy,
  NamedLocation,
  Outsiders,
  PeopleSet,
  PlaceSet,
} from "../../../../domain/conditional-access/rules/conditional-access-policy.ts";
import { directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";
import { wireStates } from "./read-policy.ts";

/** A policy as the wire shows it. */
export function presentPolicy(policy: ConditionalAccessPolicy) {
  const { includedPeople, excludedPeople, includedApplications, excludedApplications, places } =
    policy.conditions;
  const included = presentPeople(includedPeople);
  const excluded = presentPeople(excludedPeople);
  return {
    id: policy.policyId,
    displayName: policy.displayName,
    createdDateTime: policy.createdAt.toISOString(),
    modifiedDateTime: policy.changedAt?.toISOString() ?? null,
    state: wireStates[policy.state],
    conditions: {
      clientAppTypes: ["all"],
      applications: {
        includeApplications: includedApplications === "all" ? ["All"] : orNone(includedApplications),
        excludeApplications: excludedApplications,
      },
      users: {
        includeUsers: namesNobody(includedPeople) ? ["None"] : included.users,
        excludeUsers: excluded.users,
        includeGroups: included.groups,
        excludeGroups: excluded.groups,
        includeRoles: included.roles,
        excludeRoles: excluded.roles,
        includeGuestsOrExternalUsers: included.outsiders,
        excludeGuestsOrExternalUsers: excluded.outsiders,
      },
      locations: places
        ? {
            includeLocations: presentPlaces(places.included),
            excludeLocations: presentPlaces(places.excluded),
          }
        : null,
    },
    grantControls: {
      operator: policy.controls.operator === "and" ? "AND" : "OR",
      builtInControls: [
        ...(policy.controls.blocks ? ["block"] : []),
        ...(policy.controls.secondFactor ? ["mfa"] : []),
      ],
      termsOfUse: policy.controls.agreementIds,
    },
    sessionControls: null,
  };
}

/** A location as the wire shows it. */
export function presentLocation(location: NamedLocation) {
  return {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    id: location.locationId,
    displayName: location.displayName,
    createdDateTime: location.createdAt.toISOString(),
    modifiedDateTime: location.changedAt?.toISOString() ?? null,
    isTrusted: location.isTrusted,
    ipRanges: location.ranges.map((cidrAddress) => ({
      "@odata.type": cidrAddress.includes(":")
        ? "#microsoft.graph.iPv6CidrRange"
        : "#microsoft.graph.iPv4CidrRange",
      cidrAddress,
    })),
  };
}

function presentPeople(people: PeopleSet) {
  return {
    users: [
      ...(people.isEverybody ? ["All"] : []),
      ...(people.isEveryOutsider ? ["GuestsOrExternalUsers"] : []),
      ...people.userIds,
    ],
    groups: people.groupIds,
    roles: people.roles.map((role) => directoryRoles[role].templateId),
    outsiders: people.outsiders ? presentOutsiders(people.outsiders) : null,
  };
}

function presentOutsiders({ named, homeTenants }: Outsiders) {
  return {
    guestOrExternalUserTypes: named.join(","),
    externalTenants:
      homeTenants === "all"
        ? { "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants", membershipKind: "all" }
        : {
            "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
            membershipKind: "enumerated",
            members: homeTenants,
          },
  };
}

function presentPlaces({ isEverywhere, isEveryTrusted, locationIds }: PlaceSet): string[] {
  return [...(isEverywhere ? ["All"] : []), ...(isEveryTrusted ? ["AllTrusted"] : []), ...locationIds];
}

function namesNobody(people: PeopleSet): boolean {
  return Object.values(people).every(
    (value) => value === false || value === undefined || value?.length === 0,
  );
}

function orNone(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? ["None"] : ids;
}
