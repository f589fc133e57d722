import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { DirectoryObject, DirectoryObjectKind } from "./rules/directory-object.ts";
import { allDirectoryRoles, directoryRoles } from "./rules/directory-role.ts";

/** Ways from one object of the directory to others. */
export type ObjectRelation =
  | "members"
  | "transitive-members"
  | "owners"
  | "application-owners"
  | "service-principal-owners"
  | "owned"
  | "member-of"
  | "transitive-member-of";

interface Relation {
  readonly objectId: string;
  readonly relation: ObjectRelation;
}

interface RelatedQuery extends Relation {
  readonly tenantId: TenantId;
  /** Only objects of these kinds; undefined: of every kind. */
  readonly kinds?: readonly DirectoryObjectKind[] | undefined;
  /** Only these of them. */
  readonly among?: readonly string[] | undefined;
}

/** One page of the living objects that an object is related to, by id. */
export async function selectRelatedObjects(
  handle: DatabaseHandle,
  query: RelatedQuery,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<DirectoryObject[]> {
  const { rows } = await sql<DirectoryObject>`
    select related.id, related.kind from (${relatedIds(query)}) related
    where ${condition(query)}
      and ${page.after === undefined ? sql`true` : sql`related.id > ${page.after}::uuid`}
    order by related.id limit ${page.limit}`.execute(handle);
  return rows;
}

/** How many there are. */
export async function countRelatedObjects(handle: DatabaseHandle, query: RelatedQuery): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from (${relatedIds(query)}) related where ${condition(query)}`.execute(handle);
  return Number(rows[0]?.count);
}

function condition(query: RelatedQuery): RawBuilder<SqlBool> {
  const { kinds, among } = query;
  return sql<SqlBool>`${isLiving(query.tenantId)}
    and ${kinds === undefined ? sql`true` : sql`related.kind = any(${kinds}::text[])`}
    and ${among === undefined ? sql`true` : sql`related.id = any(${among}::uuid[])`}`;
}

/** For a statement that selects users or groups: whether a column is the id of a related object. */
export function isRelated(column: string, tenantId: TenantId, related: Relation): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (select related.id from (${relatedIds({ tenantId, ...related })}) related)`;
}

/** Ids and kinds without regard to whether the objects were deleted; each once. */
function relatedIds({ tenantId, objectId, relation }: RelatedQuery): RawBuilder<unknown> {
  switch (relation) {
    case "members":
      return sql`select member_id as id, member_kind as kind from group_member
        where tenant_id = ${tenantId} and group_id = ${objectId}`;
    case "owners":
      return sql`select owner_id as id, owner_kind as kind from group_owner
        where tenant_id = ${tenantId} and group_id = ${objectId}`;
    case "application-owners":
      return sql`select owner_id as id, owner_kind as kind from application_owner
        where tenant_id = ${tenantId} and object_id = ${objectId}`;
    case "service-principal-owners":
      return sql`select owner_id as id, owner_kind as kind from service_principal_owner
        where tenant_id = ${tenantId} and service_principal_id = ${objectId}`;
    case "owned":
      return sql`select group_id as id, 'group' as kind from group_owner
        where tenant_id = ${tenantId} and owner_id = ${objectId}
        union all select object_id, 'application' from application_owner
        where tenant_id = ${tenantId} and owner_id = ${objectId}
        union all select service_principal_id, 'service-principal' from service_principal_owner
        where tenant_id = ${tenantId} and owner_id = ${objectId}`;
    case "member-of":
      return sql`select group_id as id, 'group' as kind from group_member
        where tenant_id = ${tenantId} and member_id = ${objectId}
        union all ${roleIds(tenantId, objectId)}`;
    case "transitive-members":
      return sql`with recursive inside as (
          select member_id as id, member_kind as kind from group_member
          where tenant_id = ${tenantId} and group_id = ${objectId}
          union
          select inner_member.member_id, inner_member.member_kind from inside
          join "group" on "group".tenant_id = ${tenantId} and "group".group_id = inside.id
            and "group".deleted_at is null
          join group_member inner_member
            on inner_member.tenant_id = ${tenantId} and inner_member.group_id = inside.id
        )
        select id, kind from inside`;
    case "transitive-member-of":
      return sql`with recursive above as (
          select group_id as id from group_member where tenant_id = ${tenantId} and member_id = ${objectId}
          union
          select parent.group_id from above
          join "group" on "group".tenant_id = ${tenantId} and "group".group_id = above.id
            and "group".deleted_at is null
          join group_member parent on parent.tenant_id = ${tenantId} and parent.member_id = above.id
        )
        select id, 'group' as kind from above
        union all ${roleIds(tenantId, objectId)}`;
  }
}

/** The directory roles of a user, by the ids that the wire knows them by. */
function roleIds(tenantId: TenantId, userId: string): RawBuilder<unknown> {
  const templateIds = allDirectoryRoles.map((role) => directoryRoles[role].templateId);
  return sql`select known.id, 'directory-role' as kind from directory_role_assignment held
    join unnest(${allDirectoryRoles}::text[], ${templateIds}::uuid[]) as known (role, id) on known.role = held.role
    where held.tenant_id = ${tenantId} and held.user_id = ${userId}`;
}

/** Whether the object `related` of a statement, by its id and kind, was not deleted. */
export function isLiving(tenantId: TenantId): RawBuilder<SqlBool> {
  return sql<SqlBool>`case related.kind
    when 'directory-role' then true
    when 'user' then exists (select from "user"
      where "user".tenant_id = ${tenantId} and "user".user_id = related.id and "user".deleted_at is null)
    when 'group' then exists (select from "group"
      where "group".tenant_id = ${tenantId} and "group".group_id = related.id and "group".deleted_at is null)
    when 'application' then exists (select from application
      where application.tenant_id = ${tenantId} and application.object_id = related.id
        and application.deleted_at is null)
    else exists (select from service_principal principal
      where principal.tenant_id = ${tenantId} and principal.service_principal_id = related.id
        and principal.deleted_at is null)
    end`;
}
