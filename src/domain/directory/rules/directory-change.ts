import type { GroupMember } from "./directory-object.ts";

/** A place in the history of the directory, as the database counts it: everything before it is over. */
export interface DirectoryMoment {
  /** Number of a transaction. */
  readonly horizon: string;
  /** Which history it belongs to; a restored database has another one. */
  readonly history: string;
}

/** Changes by transactions from one number up to, and without, another. */
export interface ChangeWindow {
  readonly from: string;
  readonly to: string;
}

export interface MemberPlace {
  readonly groupId: string;
  readonly memberId: string;
}

/** A membership that is there, or that changed and may be there no longer. */
export interface MemberChange {
  readonly groupId: string;
  readonly id: string;
  readonly kind: GroupMember["kind"];
  readonly isMember: boolean;
}

/** What became of an object: gone for good when nothing of it is left. */
export type ObjectChange<Item> =
  | { readonly kind: "there"; readonly id: string; readonly item: Item }
  | { readonly kind: "deleted" | "gone"; readonly id: string };

/** What became of each of these objects: `living` are there, `kept` are all of which something is left. */
export function whatBecameOf<Item>(
  ids: readonly string[],
  living: ReadonlyMap<string, Item>,
  kept: ReadonlySet<string>,
): ObjectChange<Item>[] {
  return ids.map((id) => {
    const item = living.get(id);
    if (item !== undefined) return { kind: "there", id, item };
    return { kind: kept.has(id) ? "deleted" : "gone", id };
  });
}
