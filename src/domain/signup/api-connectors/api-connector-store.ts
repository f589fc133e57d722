import { type Insertable, sql, type Updateable } from "kysely";
import type { ApiConnectorId, TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../../platform/database/database.ts";
import type {
  ApiConnectorCertificateTable,
  ApiConnectorTable,
} from "../../../platform/database/schema/signup-tables.ts";
import type { ApiConnector } from "../rules/api-connector.ts";

/** One connector of a tenant. */
export interface ConnectorKey {
  readonly tenantId: TenantId;
  readonly connectorId: ApiConnectorId;
}

/** A tenant's connectors, in the order they were made. */
export async function selectConnectors(handle: DatabaseHandle, tenantId: TenantId): Promise<ApiConnector[]> {
  const [rows, certificates] = await Promise.all([
    handle
      .selectFrom("apiConnector")
      .selectAll()
      .where("tenantId", "=", tenantId)
      .orderBy("createdAt")
      .orderBy("connectorId")
      .execute(),
    handle
      .selectFrom("apiConnectorCertificate")
      .select(["connectorId", "thumbprint", "notBefore", "notAfter", "uploadedAt"])
      .where("tenantId", "=", tenantId)
      .orderBy("uploadedAt")
      .execute(),
  ]);
  return rows.map((row) => ({
    tenantId,
    connectorId: row.connectorId,
    displayName: row.displayName,
    targetUrl: row.targetUrl,
    userName: row.userName ?? undefined,
    certificates: certificates
      .filter(({ connectorId }) => connectorId === row.connectorId)
      .map(({ connectorId: _, ...certificate }) => certificate),
    isSigned: row.signingSecretEncrypted !== null,
    suspendedUntil: row.suspendedUntil ?? undefined,
    createdAt: row.createdAt,
  }));
}

/** The encrypted secrets of a connector: its own and the key of one of its certificates. */
export async function selectConnectorSecrets(
  handle: DatabaseHandle,
  { tenantId, connectorId }: ConnectorKey,
  thumbprint: string | undefined,
) {
  const [own, certificate] = await Promise.all([
    handle
      .selectFrom("apiConnector")
      .select(["passwordEncrypted", "signingSecretEncrypted"])
      .where("tenantId", "=", tenantId)
      .where("connectorId", "=", connectorId)
      .executeTakeFirst(),
    handle
      .selectFrom("apiConnectorCertificate")
      .select(["certificates", "privateKeyEncrypted"])
      .where("tenantId", "=", tenantId)
      .where("connectorId", "=", connectorId)
      .where("thumbprint", "=", thumbprint ?? "")
      .executeTakeFirst(),
  ]);
  return { own, certificate };
}

export async function insertConnector(
  transaction: DatabaseTransaction,
  row: Insertable<ApiConnectorTable>,
): Promise<void> {
  await transaction.insertInto("apiConnector").values(row).execute();
}

/** False when there is no such connector. */
export async function updateConnectorRow(
  transaction: DatabaseTransaction,
  { tenantId, connectorId }: ConnectorKey,
  change: Updateable<ApiConnectorTable>,
): Promise<boolean> {
  const changed = await transaction
    .updateTable("apiConnector")
    // At least one assignment, also for an empty change.
    .set({ ...change, connectorId })
    .where("tenantId", "=", tenantId)
    .where("connectorId", "=", connectorId)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** False when there was none. */
export async function deleteConnectorRow(
  transaction: DatabaseTransaction,
  { tenantId, connectorId }: ConnectorKey,
): Promise<boolean> {
  const removed = await transaction
    .deleteFrom("apiConnector")
    .where("tenantId", "=", tenantId)
    .where("connectorId", "=", connectorId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** Adds a certificate; the same one again counts as uploaded now. */
export async function upsertConnectorCertificate(
  transaction: DatabaseTransaction,
  row: Insertable<ApiConnectorCertificateTable>,
): Promise<void> {
  await transaction
    .insertInto("apiConnectorCertificate")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["tenantId", "connectorId", "thumbprint"])
        .doUpdateSet({ uploadedAt: row.uploadedAt, privateKeyEncrypted: row.privateKeyEncrypted }),
    )
    .execute();
}

/** Removes certificates of a connector: all, or all but those that were uploaded last. */
export async function deleteConnectorCertificates(
  transaction: DatabaseTransaction,
  { tenantId, connectorId }: ConnectorKey,
  keep: number,
): Promise<void> {
  await transaction
    .deleteFrom("apiConnectorCertificate")
    .where("tenantId", "=", tenantId)
    .where("connectorId", "=", connectorId)
    .where("thumbprint", "not in", (expression) =>
      expression
        .selectFrom("apiConnectorCertificate as kept")
        .select("kept.thumbprint")
        .where("kept.tenantId", "=", tenantId)
        .where("kept.connectorId", "=", connectorId)
        .orderBy("kept.uploadedAt", "desc")
        .limit(keep),
    )
    .execute();
}

/**
 * Counts a failure and, from `mostFailures` in a row on, suspends the calls; or forgets the failures before a success.
 * One statement, so that many nodes count together.
 */
export async function countConnectorOutcome(
  handle: DatabaseHandle,
  { tenantId, connectorId }: ConnectorKey,
  outcome: "success" | { readonly mostFailures: number; readonly suspendedUntil: Date },
): Promise<void> {
  const query = handle
    .updateTable("apiConnector")
    .where("tenantId", "=", tenantId)
    .where("connectorId", "=", connectorId);
  if (outcome === "success")
    await query.set({ failures: 0, suspendedUntil: null }).where("failures", ">", 0).execute();
  else
    await query
      .set((expression) => ({
        failures: expression("failures", "+", 1),
        suspendedUntil: sql<Date | null>`case when failures + 1 >= ${outcome.mostFailures}
          then ${outcome.suspendedUntil}::timestamptz end`,
      }))
      .execute();
}
