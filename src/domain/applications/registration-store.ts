import { type Insertable, sql, type Updateable } from "kysely";
import type {
  ApplicationId,
  ApplicationObjectId,
  ServicePrincipalId,
  TenantId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  ApplicationRedirectUriTable,
  ApplicationRoleTable,
  ApplicationScopeTable,
  ApplicationTable,
  ServicePrincipalTable,
} from "../../platform/database/schema/application-tables.ts";
import { applicationFromRow, applicationParts } from "./application-parts-store.ts";
import type { Application } from "./rules/application.ts";

/** Adds a registration; false when its object id or application id is taken. */
export async function insertRegistration(
  transaction: DatabaseTransaction,
  application: Application,
  now: Date,
): Promise<boolean> {
  const { tenantId, objectId, applicationId } = application;
  const added = await transaction
    .insertInto("application")
    .values({ tenantId, objectId, applicationId, ...columnsOf(application), createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  await insertApplicationParts(transaction, partsOf(application));
  return true;
}

/** Writes a registration as it is after a change; its ids stay. Its presence at home goes by its name. */
export async function writeRegistration(
  transaction: DatabaseTransaction,
  application: Application,
): Promise<void> {
  const { tenantId, objectId } = application;
  await updateApplication(transaction, tenantId, objectId, columnsOf(application));
  await transaction
    .updateTable("servicePrincipal")
    .set({ displayName: application.displayName })
    .where("tenantId", "=", tenantId)
    .where("applicationId", "=", application.applicationId)
    .execute();
  for (const part of ["applicationRedirectUri", "applicationRole", "applicationScope"] as const)
    await transaction
      .deleteFrom(part)
      .where("tenantId", "=", tenantId)
      .where("objectId", "=", objectId)
      .execute();
  await insertApplicationParts(transaction, partsOf(application));
}

function columnsOf(application: Application) {
  return {
    displayName: application.displayName,
    identifierUris: [...application.identifierUris],
    audience: application.audience,
    issuesIdToken: application.issuesIdToken,
    issuesAccessToken: application.issuesAccessToken,
    allowsPublicClient: application.allowsPublicClient,
    requiresSignedRequests: application.requiresSignedRequests,
    accessTokenVersion: application.accessTokenVersion,
    groupClaims: [...application.groupClaims],
    optionalClaims: JSON.stringify(application.optionalClaims),
    requiredPermissions: JSON.stringify(application.requiredPermissions),
    preauthorizedClients: JSON.stringify(application.preauthorizedClients),
    knownClients: [...application.knownClients],
    homePageUrl: application.homePageUrl ?? null,
    logoutUrl: application.logoutUrl ?? null,
    backChannelLogoutUrl: application.backChannelLogoutUrl ?? null,
    description: application.description ?? null,
    notes: application.notes ?? null,
    tags: [...application.tags],
    informationUrls: JSON.stringify(application.informationUrls),
  };
}

function partsOf({ tenantId, objectId, ...application }: Application) {
  const owner = { tenantId, objectId };
  return {
    redirectUris: application.redirectUris.map(({ platform, uri }) => ({ ...owner, platform, uri })),
    appRoles: application.appRoles.map((role) => ({ ...owner, ...role, value: role.value ?? null })),
    exposedScopes: application.exposedScopes.map((scope) => ({
      ...owner,
      ...scope,
      userDisplayName: scope.userDisplayName ?? null,
      userDescription: scope.userDescription ?? null,
    })),
  };
}

/** A living registration, held until the transaction ends. */
export async function selectRegistrationForUpdate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  by: { readonly objectId: ApplicationObjectId } | { readonly applicationId: ApplicationId },
): Promise<Application | undefined> {
  const living = transaction
    .selectFrom("application")
    .selectAll("application")
    .select(applicationParts)
    .where("tenantId", "=", tenantId)
    .where("deletedAt", "is", null)
    .forUpdate();
  const row = await ("objectId" in by
    ? living.where("objectId", "=", by.objectId)
    : living.where("applicationId", "=", by.applicationId)
  ).executeTakeFirst();
  return row && applicationFromRow(row);
}

/** Marks a living registration and its presence in its own tenant as deleted; false when there is none. */
export async function markRegistrationDeleted(
  transaction: DatabaseTransaction,
  { tenantId, objectId, applicationId }: Pick<Application, "tenantId" | "objectId" | "applicationId">,
  deletedAt: Date,
): Promise<void> {
  await updateApplication(transaction, tenantId, objectId, { deletedAt });
  await transaction
    .updateTable("servicePrincipal")
    .set({ deletedAt })
    .where("tenantId", "=", tenantId)
    .where("applicationId", "=", applicationId)
    .where("deletedAt", "is", null)
    .execute();
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

/** Changes a service principal. */
export async function writeServicePrincipal(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  servicePrincipalId: ServicePrincipalId,
  {
    tags,
    ...changes
  }: Omit<Updateable<ServicePrincipalTable>, "tags"> & { readonly tags?: readonly string[] },
): Promise<void> {
  const columns = { ...changes, ...(tags ? { tags: [...tags] } : {}) };
  if (Object.keys(columns).length === 0) return;
  await transaction
    .updateTable("servicePrincipal")
    .set(columns)
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
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

/**
 * The living application of the tenant, other than this one, that has one of these identifier URIs. Whoever else
 * asks for one of them waits until the transaction ends, so that two at once cannot both be told that it is free.
 */
export async function selectIdentifierUriHolder(
  transaction: DatabaseTransaction,
  { tenantId, objectId, identifierUris }: Pick<Application, "tenantId" | "objectId" | "identifierUris">,
): Promise<ApplicationObjectId | undefined> {
  // In one order, so that nobody waits for somebody who waits for them.
  for (const uri of [...identifierUris].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`identifier uri ${tenantId} ${uri}`}, 0))`.execute(
      transaction,
    );
  if (identifierUris.length === 0) return undefined;
  const row = await transaction
    .selectFrom("application")
    .select("objectId")
    .where("tenantId", "=", tenantId)
    .where("objectId", "!=", objectId)
    .where("deletedAt", "is", null)
    .where(sql<boolean>`identifier_uris && ${identifierUris}::text[]`)
    .executeTakeFirst();
  return row?.objectId;
}
