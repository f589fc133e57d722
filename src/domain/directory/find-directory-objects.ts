import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { selectNamedObjects, selectNamedRegistrations } from "./directory-object-store.ts";
import type { DirectoryObject } from "./rules/directory-object.ts";
import { directoryRoleOfTemplate } from "./rules/directory-role.ts";

/** What there is under these ids: living users, groups, service principals and registrations, and directory roles. */
export async function findDirectoryObjects(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<DirectoryObject[]> {
  const [found, registrations] = await Promise.all([
    selectNamedObjects(handle, tenantId, ids),
    selectNamedRegistrations(handle, tenantId, ids),
  ]);
  const roles = ids.filter((id) => directoryRoleOfTemplate(id) !== undefined);
  return [
    ...found,
    ...registrations.map((id) => ({ kind: "application", id }) as const),
    ...roles.map((id) => ({ kind: "directory-role", id }) as const),
  ];
}
