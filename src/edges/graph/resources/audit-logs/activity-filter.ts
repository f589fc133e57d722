import { unsupportedQuery } from "../../graph-error.ts";
import type { FilterTree } from "../../odata/filter-tree.ts";
import { type FilterLeaf, isOneOf } from "./rewrite-filter.ts";
import { type WireActivity, wireActivities } from "./wire-activities.ts";

/** Where the log's own word for an activity is compared; no caller can write a path like this. */
export const activityPath = "(activity)";

const facets: Readonly<Record<string, (activity: WireActivity) => string>> = {
  activityDisplayName: ({ name }) => name,
  category: ({ category }) => category,
  loggedByService: ({ service }) => service,
};

/**
 * A condition on how the reference calls an activity, as one on the log's own words, several of which may go by one
 * name. Undefined for a condition on something else.
 */
export function rewriteActivityLeaf(leaf: FilterLeaf): FilterTree | undefined {
  const facet = Object.hasOwn(facets, leaf.path) ? facets[leaf.path] : undefined;
  if (facet === undefined) return undefined;
  const activities = Object.entries(wireActivities);
  const meant = activities.filter(([, activity]) => fulfils(facet(activity).toLowerCase(), leaf));
  return isOneOf(
    activityPath,
    meant.map(([own]) => own),
  );
}

function fulfils(value: string, leaf: FilterLeaf): boolean {
  if (leaf.kind === "in") return leaf.literals.some((literal) => textOf(literal) === value);
  if (leaf.kind === "compare" && leaf.operator === "eq") return textOf(leaf.literal) === value;
  if (leaf.kind === "compare" && leaf.operator === "ne") return textOf(leaf.literal) !== value;
  if (leaf.kind === "call" && leaf.function === "startswith")
    return value.startsWith(leaf.text.toLowerCase());
  throw unsupportedQuery(`Unsupported Query. '${leaf.path}' is filtered by eq, ne, in and startswith.`);
}

function textOf(literal: Extract<FilterLeaf, { kind: "compare" }>["literal"]): string | undefined {
  return literal.type === "text" ? literal.value.toLowerCase() : undefined;
}
