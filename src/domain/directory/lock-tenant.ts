import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { lockTenantRow } from "./tenant-store.ts";

/**
 * Has changes to what a tenant decides follow each other, where one depends on what another may be changing at this
 * moment. Held until the transaction ends.
 */
export function lockTenant(transaction: DatabaseTransaction, tenantId: TenantId): Promise<void> {
  return lockTenantRow(transaction, tenantId);
}
