import type { ConditionalAccessPolicy } from "./conditional-access-policy.ts";

/** Whether a policy would let nobody in to anything, not even whoever could take it back. */
export function locksEverybodyOut({
  state,
  controls,
  conditions,
}: Pick<ConditionalAccessPolicy, "state" | "controls" | "conditions">): boolean {
  const { includedPeople, excludedPeople: spared, includedApplications, places } = conditions;
  const sparesSomebody =
    spared.isEveryOutsider ||
    spared.outsiders !== undefined ||
    [spared.userIds, spared.groupIds, spared.roles].some((ids) => ids.length > 0);
  const isEverywhere =
    places === undefined ||
    (places.included.isEverywhere &&
      !places.excluded.isEveryTrusted &&
      places.excluded.locationIds.length === 0);
  return (
    state === "on" &&
    controls.blocks &&
    includedPeople.isEverybody &&
    includedApplications === "all" &&
    isEverywhere &&
    !sparesSomebody
  );
}
