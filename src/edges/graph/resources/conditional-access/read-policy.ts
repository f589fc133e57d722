import type {
  GrantControls,
  OutsiderKind,
  Outsiders,
  PeopleSet,
  PlaceSet,
  PolicyConditions,
  PolicyState,
} from "../../../../domain/conditional-access/rules/conditional-access-policy.ts";
import type { DirectoryRole } from "../../../../domain/directory/rules/directory-role.ts";
import type { ApplicationId, GroupId, NamedLocationId, UserId } from "../../../../foundation/identifiers.ts";
import type { ConditionsBody, GrantControlsBody, OutsidersBody } from "./conditional-access-policy-body.ts";

/** The wire's words for what a policy is just now. */
export const wireStates = {
  on: "enabled",
  off: "disabled",
  report: "enabledForReportingButNotEnforced",
} as const satisfies Readonly<Record<PolicyState, string>>;

/** The state that a word of the wire names. */
export function stateOf(word: (typeof wireStates)[PolicyState]): PolicyState {
  if (word === "enabled") return "on";
  return word === "disabled" ? "off" : "report";
}

/** Kinds of people that nobody here is of count for none. */
const kindOfName: Readonly<Record<string, OutsiderKind | undefined>> = {
  internalGuest: "internal-guest",
  b2bCollaborationGuest: "collaboration-guest",
  b2bCollaborationMember: "collaboration-member",
};

/** Conditions of the wire, as the rules know them. */
export function conditionsOf({ users, applications, locations }: ConditionsBody): PolicyConditions {
  const { includeApplications, excludeApplications } = applications;
  return {
    includedPeople: peopleOf({
      users: users.includeUsers,
      groups: users.includeGroups,
      roles: users.includeRoles,
      outsiders: users.includeGuestsOrExternalUsers,
    }),
    excludedPeople: peopleOf({
      users: users.excludeUsers,
      groups: users.excludeGroups,
      roles: users.excludeRoles,
      outsiders: users.excludeGuestsOrExternalUsers,
    }),
    includedApplications: includeApplications.includes("All")
      ? "all"
      : includeApplications.filter((id): id is ApplicationId => id !== "All" && id !== "None"),
    excludedApplications: excludeApplications,
    places: locations
      ? { included: placesOf(locations.includeLocations), excluded: placesOf(locations.excludeLocations) }
      : undefined,
  };
}

/** What a policy asks, as the rules know it. */
export function controlsOf({ operator, builtInControls, termsOfUse }: GrantControlsBody): GrantControls {
  return {
    operator: operator === "AND" ? "and" : "or",
    blocks: builtInControls.includes("block"),
    secondFactor: builtInControls.includes("mfa"),
    agreementIds: [...new Set(termsOfUse)],
  };
}

function peopleOf({
  users,
  groups,
  roles,
  outsiders,
}: {
  readonly users: readonly (UserId | "All" | "None" | "GuestsOrExternalUsers")[];
  readonly groups: readonly GroupId[];
  readonly roles: readonly DirectoryRole[];
  readonly outsiders: OutsidersBody | null | undefined;
}): PeopleSet {
  return {
    isEverybody: users.includes("All"),
    isEveryOutsider: users.includes("GuestsOrExternalUsers"),
    userIds: users.filter(
      (id): id is UserId => id !== "All" && id !== "None" && id !== "GuestsOrExternalUsers",
    ),
    groupIds: groups,
    roles,
    outsiders: outsiders ? outsidersOf(outsiders) : undefined,
  };
}

function outsidersOf({ guestOrExternalUserTypes: named, externalTenants }: OutsidersBody): Outsiders {
  return {
    kinds: named.flatMap((name) => kindOfName[name] ?? []),
    named,
    homeTenants: externalTenants?.membershipKind === "enumerated" ? externalTenants.members : "all",
  };
}

function placesOf(named: ConditionsBodyPlaces): PlaceSet {
  return {
    isEverywhere: named.includes("All"),
    isEveryTrusted: named.includes("AllTrusted"),
    locationIds: named.filter((id): id is NamedLocationId => id !== "All" && id !== "AllTrusted"),
  };
}

type ConditionsBodyPlaces = NonNullable<ConditionsBody["locations"]>["includeLocations"];
