type Details = Readonly<Record<string, unknown>>;

/** What an entry says was changed, from what and to what: each value as JSON, as clients know it. */
export function modifiedProperties(details: Details): object[] {
  return changesIn(details).map(([displayName, { from, to }]) => ({
    displayName,
    oldValue: JSON.stringify(from ?? null),
    newValue: JSON.stringify(to ?? null),
  }));
}

/** Everything else that an entry says. */
export function additionalDetails(details: Details): object[] {
  return Object.entries(details)
    .filter(([key]) => !["changed", "before", "after"].includes(key))
    .map(([key, value]) => ({ key, value: typeof value === "string" ? value : JSON.stringify(value) }));
}

/** Changes are kept one by one (`changed`), or as the whole before and after. */
function changesIn({ changed, before, after }: Details): [string, { from?: unknown; to?: unknown }][] {
  if (isObject(changed))
    return Object.entries(changed).flatMap(([name, change]) => (isObject(change) ? [[name, change]] : []));
  if (!isObject(before) || !isObject(after)) return [];
  return Object.keys({ ...before, ...after })
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => [name, { from: before[name], to: after[name] }]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
