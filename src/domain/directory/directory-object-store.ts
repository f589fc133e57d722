import { sql } from "kysely";
import type { ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { NamedObject } from "./rules/directory-object.ts";

/** Living users, groups and service principals with these ids, in no particular order. */
export async function selectNamedObjects(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<NamedObject[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedObject>`
    select 'user' as kind, user_id as id, display_name from "user"
    where tenant_id = ${tenantId} and user_id = any(${ids}::uuid[]) and deleted_at is null
    union all
    select 'group', group_id, display_name from "group"
    where tenant_id = ${tenantId} and group_id = any(${ids}::uuid[]) and deleted_at is null
    union all
    select 'service-principal', service_principal_id, display_name from service_principal
    where tenant_id = ${tenantId} and service_principal_id = any(${ids}::uuid[]) and deleted_at is null`.execute(
    handle,
  );
  return rows;
}

/** Living registrations with these ids, in no particular order. */
export async function selectNamedRegistrations(
  handle: DatabaseHandle,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<ApplicationObjectId[]> {
  if (ids.length === 0) return [];
  const rows = await handle
    .selectFrom("application")
    .select("objectId")
    .where("tenantId", "=", tenantId)
    .where("objectId", "in", ids as ApplicationObjectId[])
    .where("deletedAt", "is", null)
    .execute();
  return rows.map(({ objectId }) => objectId);
}
