import { sql } from "kysely";
import type {
  ApplicationId,
  ApplicationObjectId,
  ServicePrincipalId,
  TenantId,
} from "../../foundation/identifiers.ts";
import type { Database, DatabaseTransaction } from "../../platform/database/database.ts";
import type { Application, ServicePrincipal } from "./rules/application.ts";

/** Brings a deleted registration back; false when there is none. */
export async function undeleteRegistration(
  transaction: DatabaseTransaction,
  { tenantId, objectId }: Pick<Application, "tenantId" | "objectId">,
): Promise<boolean> {
  const restored = await transaction
    .updateTable("application")
    .set({ deletedAt: null })
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("deletedAt", "is not", null)
    .executeTakeFirst();
  return restored.numUpdatedRows === 1n;
}

/** The presence of an application in its own tenant that went with it, at the same moment. */
export async function selectPresenceDeletedWith(
  transaction: DatabaseTransaction,
  { tenantId, applicationId, deletedAt }: Pick<Application, "tenantId" | "applicationId" | "deletedAt">,
): Promise<ServicePrincipalId | undefined> {
  if (deletedAt === undefined) return undefined;
  const row = await transaction
    .selectFrom("servicePrincipal")
    .select("servicePrincipalId")
    .where("tenantId", "=", tenantId)
    .where("applicationId", "=", applicationId)
    .where("deletedAt", "=", deletedAt)
    .orderBy("createdAt", "desc")
    .executeTakeFirst();
  return row?.servicePrincipalId;
}

/** Brings a deleted service principal back; false when there is none, or another took its place. */
export async function undeleteServicePrincipal(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  servicePrincipalId: ServicePrincipalId,
): Promise<boolean> {
  const restored = await transaction
    .updateTable("servicePrincipal as principal")
    .set({ deletedAt: null })
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
    .where("deletedAt", "is not", null)
    .where(
      sql<boolean>`not exists (select from service_principal living
        where living.tenant_id = principal.tenant_id and living.application_id = principal.application_id
        and living.deleted_at is null)`,
    )
    .executeTakeFirst();
  return restored.numUpdatedRows === 1n;
}

/** What is left to say of an application that is gone for good. */
export interface PurgedApplication {
  readonly applicationId: ApplicationId;
  readonly displayName: string;
  /** What went with a registration. */
  readonly presences: readonly PurgedPresence[];
}

/** The same of its presence in one tenant. */
export type PurgedPresence = Pick<ServicePrincipal, "tenantId" | "servicePrincipalId" | "displayName">;

/**
 * Removes a deleted registration with credentials and owners, and its presences in every tenant with what they were
 * granted and assigned; undefined when there is none.
 */
export async function purgeDeletedRegistration(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<PurgedApplication | undefined> {
  const purged = await transaction
    .deleteFrom("application")
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("deletedAt", "is not", null)
    .returning(["applicationId", "displayName"])
    .executeTakeFirst();
  if (!purged) return undefined;
  const presences = await transaction
    .deleteFrom("servicePrincipal")
    .where("applicationId", "=", purged.applicationId)
    .returning(["tenantId", "servicePrincipalId", "displayName"])
    .execute();
  return { ...purged, presences };
}

/** Removes a deleted service principal with what it was granted and assigned; undefined when there is none. */
export async function purgeDeletedServicePrincipal(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  servicePrincipalId: ServicePrincipalId,
): Promise<PurgedApplication | undefined> {
  const purged = await transaction
    .deleteFrom("servicePrincipal")
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
    .where("deletedAt", "is not", null)
    .returning(["applicationId", "displayName"])
    .executeTakeFirst();
  return purged && { ...purged, presences: [] };
}

export type DeletedApplicationKey = { readonly tenantId: TenantId } & (
  | { readonly kind: "application"; readonly id: ApplicationObjectId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId }
);

/** Registrations and service principals of every tenant that were deleted before a moment, oldest first. */
export async function selectApplicationsDeletedBefore(
  database: Database,
  moment: Date,
  limit: number,
): Promise<DeletedApplicationKey[]> {
  const { rows } = await sql<DeletedApplicationKey>`
    select tenant_id, 'application' as kind, object_id as id, deleted_at from application
    where deleted_at < ${moment}
    union all
    select tenant_id, 'service-principal', service_principal_id, deleted_at from service_principal
    where deleted_at < ${moment}
    order by deleted_at limit ${limit}`.execute(database);
  return rows;
}
