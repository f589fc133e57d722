import type { Insertable, Updateable } from "kysely";
import type {
  ApplicationObjectId,
  CertificateId,
  FederatedCredentialId,
  TenantId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type {
  ApplicationCertificateTable,
  FederatedCredentialTable,
} from "../../platform/database/schema/application-tables.ts";
import type { Certificate } from "./read-certificate.ts";
import type { FederatedCredential } from "./rules/federated-credential.ts";

/** A certificate as a registration has it. */
export interface RegisteredCertificate extends Certificate {
  readonly certificateId: CertificateId;
  readonly displayName: string | undefined;
}

/** Adds a certificate; false when the application has it already. */
export async function insertCertificate(
  transaction: DatabaseTransaction,
  row: Insertable<ApplicationCertificateTable>,
): Promise<boolean> {
  const added = await transaction
    .insertInto("applicationCertificate")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** All certificates of a registration, the longest valid first. */
export function selectCertificates(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<RegisteredCertificate[]> {
  return selectCertificatesOfAll(handle, tenantId, [objectId]);
}

/** All certificates of several registrations, the longest valid first. */
export async function selectCertificatesOfAll(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectIds: readonly ApplicationObjectId[],
): Promise<(RegisteredCertificate & { readonly objectId: ApplicationObjectId })[]> {
  if (objectIds.length === 0) return [];
  const rows = await handle
    .selectFrom("applicationCertificate")
    .select([
      "objectId",
      "certificateId",
      "displayName",
      "certificate",
      "sha1Thumbprint",
      "sha256Thumbprint",
      "startsAt",
      "expiresAt",
    ])
    .where("tenantId", "=", tenantId)
    .where("objectId", "in", objectIds)
    .orderBy("expiresAt", "desc")
    .orderBy("certificateId")
    .execute();
  return rows.map((row) => ({ ...row, displayName: row.displayName ?? undefined }));
}

/** Takes a certificate away; false when the application does not have it. */
export async function deleteCertificate(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
  certificateId: CertificateId,
): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom("applicationCertificate")
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("certificateId", "=", certificateId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Adds a federated credential. */
export async function insertFederatedCredential(
  transaction: DatabaseTransaction,
  row: Insertable<FederatedCredentialTable>,
): Promise<void> {
  await transaction.insertInto("federatedCredential").values(row).execute();
}

/** All federated credentials of a registration, by name. */
export async function selectFederatedCredentials(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
): Promise<FederatedCredential[]> {
  const rows = await handle
    .selectFrom("federatedCredential")
    .select(["credentialId", "name", "issuer", "subject", "audiences", "description"])
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, description: row.description ?? undefined }));
}

/** Changes a federated credential. */
export async function updateFederatedCredential(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
  credentialId: FederatedCredentialId,
  changes: Updateable<FederatedCredentialTable>,
): Promise<void> {
  await transaction
    .updateTable("federatedCredential")
    .set(changes)
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("credentialId", "=", credentialId)
    .execute();
}

/** Takes a federated credential away; false when the application does not have it. */
export async function deleteFederatedCredential(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  objectId: ApplicationObjectId,
  credentialId: FederatedCredentialId,
): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom("federatedCredential")
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("credentialId", "=", credentialId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
