import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { selectAbleHoldersForUpdate, selectRoles } from "./role-store.ts";

/**
 * Whether somebody else could still administer the tenant if this user could not any more: a tenant without a Global
 * Administrator could only be helped at the server's command line. Holds others off until the transaction ends.
 */
export async function isLastAdministrator(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  userId: UserId,
): Promise<boolean> {
  if (!(await selectRoles(transaction, tenantId, userId)).includes("global-administrator")) return false;
  const able = await selectAbleHoldersForUpdate(transaction, tenantId, "global-administrator");
  return able.length === 1 && able[0] === userId;
}
