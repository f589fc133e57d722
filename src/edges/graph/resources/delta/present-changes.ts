import type { ObjectChange } from "../../../../domain/directory/rules/directory-change.ts";
import type { DeltaToken } from "./delta-token.ts";
import { presentRemoved } from "./present-removed.ts";

/** One page of what was found, which is one more than a page holds where there are more. */
export async function presentChanges<Item>(
  found: readonly ObjectChange<Item>[],
  perPage: number,
  present: (items: readonly Item[]) => readonly object[] | Promise<readonly object[]>,
): Promise<{ readonly value: readonly object[]; readonly next: DeltaToken["place"] }> {
  const shown = found.slice(0, perPage);
  const items = shown.flatMap((change) => (change.kind === "there" ? [change.item] : []));
  const presented = (await present(items)).values();
  const value = shown.map((change) =>
    change.kind === "there" ? { id: change.id, ...presented.next().value } : presentRemoved(change),
  );
  const last = shown.at(-1);
  return { value, next: found.length > perPage && last ? { id: last.id } : undefined };
}
