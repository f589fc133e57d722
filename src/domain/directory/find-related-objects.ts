import type { GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectLinkedIds } from "./group-link-store.ts";
import { countRelatedObjects, type ObjectRelation, selectRelatedObjects } from "./related-object-store.ts";
import type { DirectoryObject, DirectoryObjectKind } from "./rules/directory-object.ts";

/** Whatever stands in a relation to an object of the directory. */
export interface RelatedTo {
  readonly objectId: string;
  readonly relation: ObjectRelation;
}

interface RelatedObjects extends RelatedTo {
  /** Only objects of these kinds; undefined: of every kind. */
  readonly kinds?: readonly DirectoryObjectKind[] | undefined;
  /** Only these of them. */
  readonly among?: readonly string[] | undefined;
}

/** One page of the living objects in a relation to another, by id. */
export function findRelatedObjects(
  handle: DatabaseHandle,
  tenantId: TenantId,
  related: RelatedObjects,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<DirectoryObject[]> {
  return selectRelatedObjects(handle, { tenantId, ...related }, page);
}

/** How many such objects there are. */
export function countRelated(
  handle: DatabaseHandle,
  tenantId: TenantId,
  related: RelatedObjects,
): Promise<number> {
  return countRelatedObjects(handle, { tenantId, ...related });
}

/** Whether a user answers for a group. */
export async function ownsGroup(
  handle: DatabaseHandle,
  tenantId: TenantId,
  groupId: GroupId,
  userId: UserId,
): Promise<boolean> {
  return (await selectLinkedIds(handle, tenantId, groupId, "owner", [userId])).length === 1;
}
