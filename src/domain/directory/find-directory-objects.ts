import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectNamedObjects } from "./directory-object-store.ts";
import type { DirectoryObject } from "./rules/directory-object.ts";
import { directoryRoleOfTemplate } from "./rules/directory-role.ts";

/** What there is under these ids: living users, groups and service principals, and directory roles. */
export async function findDirectoryObjects(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<DirectoryObject[]> {
  const found = await selectNamedObjects(handle, tenantId, ids);
  const roles = ids.filter((id) => directoryRoleOfTemplate(id) !== undefined);
  return [...found, ...roles.map((id) => ({ kind: "directory-role", id }) as const)];
}
