import type { TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { deleteCustomValue } from "./user-store.ts";

/** Takes the value of a custom attribute that is no more from every user of a tenant, deleted ones too. */
export function forgetCustomValue(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  attributeId: string,
): Promise<void> {
  return deleteCustomValue(transaction, tenantId, attributeId);
}
