import { type Insertable, sql, type Updateable } from "kysely";
import type { ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  ApplicationRedirectUriTable,
  ApplicationRoleTable,
  ApplicationScopeTable,
  ApplicationSecretTable,
  ApplicationTable,
  ServicePrincipalTable,
} from "../../platform/database/database-schema.ts";
import { applicationFromRow, applicationParts } from "./application-parts-store.ts";
import type { Application } from "./rules/application.ts";

/** Adds a registration; false when its object id or application id is taken. */
export async function insertApplication(
  transaction: DatabaseTransaction,
  row: Insertable<ApplicationTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("application")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** A living registration, held until the transaction ends. */
export async function selectRegistrationForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<Application | undefined> {
  const row = await transaction
    .selectFrom("application")
    .selectAll("application")
    .select(applicationParts)
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("deletedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row && applicationFromRow(row);
}

/** Changes some properties of a registration. */
export async function updateApplication(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
  changes: Updateable<ApplicationTable>,
): Promise<void> {
  await transaction
    .updateTable("application")
    .set(changes)
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .execute();
}

/** Adds a service principal; one that the tenant has for the application already stays. */
export async function insertServicePrincipal(
  handle: DatabaseHandle,
  row: Insertable<ServicePrincipalTable>,
): Promise<void> {
  await handle
    .insertInto("servicePrincipal")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["tenantId", "applicationId"]).where("deletedAt", "is", null).doNothing(),
    )
    .execute();
}

/** Adds the parts of a registration. Redirect URIs that it has already stay. */
export async function insertApplicationParts(
  transaction: DatabaseTransaction,
  parts: {
    readonly redirectUris?: readonly Insertable<ApplicationRedirectUriTable>[];
    readonly appRoles?: readonly Insertable<ApplicationRoleTable>[];
    readonly exposedScopes?: readonly Insertable<ApplicationScopeTable>[];
  },
): Promise<void> {
  if (parts.redirectUris?.length)
    await transaction
      .insertInto("applicationRedirectUri")
      .values(parts.redirectUris)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (parts.appRoles?.length)
    await transaction.insertInto("applicationRole").values(parts.appRoles).execute();
  if (parts.exposedScopes?.length)
    await transaction.insertInto("applicationScope").values(parts.exposedScopes).execute();
}

/** Whether a living application of the tenant has one of these identifier URIs. */
export async function hasIdentifierUri(
  handle: DatabaseHandle,
  tenantId: TenantId,
  identifierUris: readonly string[],
): Promise<boolean> {
  if (identifierUris.length === 0) return false;
  const row = await handle
    .selectFrom("application")
    .select("objectId")
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .where(sql<boolean>`identifier_uris && ${identifierUris}::text[]`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a secret's digest. */
export async function insertSecret(
  transaction: DatabaseTransaction,
  row: Insertable<ApplicationSecretTable>,
): Promise<void> {
  await transaction.insertInto("applicationSecret").values(row).execute();
}

/** A secret as far as checking one needs it. */
export interface StoredSecret {
  readonly secretHash: Buffer;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** All secrets of a registration. */
export async function selectSecrets(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<StoredSecret[]> {
  return handle
    .selectFrom("applicationSecret")
    .select(["secretHash", "startsAt", "expiresAt"])
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .execute();
}
