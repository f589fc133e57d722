import type { Branded, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectNamedObjects } from "./directory-object-store.ts";
import type { NamedObject } from "./rules/directory-object.ts";

/** What stands behind ids in a tenant: living users, groups and service principals with their names. */
export async function findNamedObjects(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly Branded<string>[],
): Promise<ReadonlyMap<string, NamedObject>> {
  const objects = await selectNamedObjects(handle, tenantId, [...new Set(ids)]);
  return new Map(objects.map((object) => [object.id, object]));
}
