import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertGroupLinks } from "./group-link-store.ts";
import type { GroupRelation, NamedObject } from "./rules/directory-object.ts";
import type { Group } from "./rules/group.ts";

/** Adds what `planGroupLinks` found, with one event for each. */
export async function recordGroupLinks(
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  input: {
    readonly group: Group;
    readonly relation: GroupRelation;
    readonly objects: readonly NamedObject[];
    readonly now: Date;
  },
): Promise<void> {
  const { group, relation, objects, now } = input;
  if (objects.length === 0) return;
  const added = new Set(await insertGroupLinks(transaction, group, relation, objects, now));
  await recordEvent(
    transaction,
    now,
    circumstances,
    ...objects
      .filter((object) => added.has(object.id))
      .map((object) => ({
        tenantId: group.tenantId,
        activity: `group-${relation}-added` as const,
        result: "success" as const,
        target: { kind: "group" as const, id: group.groupId, name: group.displayName },
        details: { memberKind: object.kind, memberId: object.id, memberName: object.displayName },
      })),
  );
}
