import type { Insertable } from "kysely";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../../platform/database/database.ts";
import type { FederationKeyTable } from "../../../../platform/database/schema/federation-tables.ts";

export interface StoredOwnKey {
  readonly purpose: string;
  readonly certificate: string;
  readonly privateKeyEncrypted: Buffer;
}

/** The keys of a tenant that were made so far. */
export function selectOwnKeys(handle: DatabaseHandle, tenantId: TenantId): Promise<StoredOwnKey[]> {
  return handle
    .selectFrom("federationKey")
    .select(["purpose", "certificate", "privateKeyEncrypted"])
    .where("tenantId", "=", tenantId)
    .execute();
}

/** Keeps keys that were made; those that another node made first stay. */
export async function insertOwnKeys(
  handle: DatabaseHandle,
  rows: readonly Insertable<FederationKeyTable>[],
): Promise<void> {
  await handle
    .insertInto("federationKey")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["tenantId", "purpose"]).doNothing())
    .execute();
}
