import type { Expansion } from "./parse-expand.ts";

/**
 * What can be expanded: for each of the items, in their order, the object behind the navigation, null, or a list of at
 * most twenty. Throws 400 for a selected property that there is not.
 */
export type Navigations<Item> = Readonly<
  Record<
    string,
    (items: readonly Item[], select: readonly string[] | undefined) => Promise<readonly unknown[]>
  >
>;

/** Puts what a navigation leads to into the presented items. */
export async function expandInto<Item>(
  presented: readonly object[],
  items: readonly Item[],
  expansion: Expansion | undefined,
  navigations: Navigations<Item>,
): Promise<readonly object[]> {
  if (expansion === undefined) return presented;
  const { navigation, select } = expansion;
  const related = (await navigations[navigation]?.(items, select)) ?? [];
  return presented.map((one, index) => ({ ...one, [navigation]: related[index] ?? null }));
}
