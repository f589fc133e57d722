import type { ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { ApplicationOwner } from "./rules/application-owner.ts";

interface Key {
  readonly tenantId: TenantId;
  readonly servicePrincipalId: ServicePrincipalId;
}

/** Makes somebody an owner; false when they are one already. */
export async function insertServicePrincipalOwner(
  transaction: DatabaseTransaction,
  { tenantId, servicePrincipalId }: Key,
  owner: ApplicationOwner,
  now: Date,
): Promise<boolean> {
  const added = await transaction
    .insertInto("servicePrincipalOwner")
    .values({ tenantId, servicePrincipalId, ownerId: owner.id, ownerKind: owner.kind, addedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Takes ownership away; false when they are no owner. */
export async function deleteServicePrincipalOwner(
  transaction: DatabaseTransaction,
  { tenantId, servicePrincipalId }: Key,
  ownerId: string,
): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom("servicePrincipalOwner")
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
    .where("ownerId", "=", ownerId as ApplicationOwner["id"])
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** The owners of a service principal, in the order in which they became it. */
export async function selectServicePrincipalOwners(
  handle: DatabaseHandle,
  { tenantId, servicePrincipalId }: Key,
): Promise<ApplicationOwner[]> {
  const rows = await handle
    .selectFrom("servicePrincipalOwner")
    .select(["ownerId as id", "ownerKind as kind"])
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
    .orderBy("addedAt")
    .orderBy("ownerId")
    .execute();
  return rows as ApplicationOwner[];
}

/** Holds a service principal, so that its owners are counted and changed by one at a time. */
export async function lockServicePrincipal(
  transaction: DatabaseTransaction,
  { tenantId, servicePrincipalId }: Key,
): Promise<void> {
  await transaction
    .selectFrom("servicePrincipal")
    .select("servicePrincipalId")
    .where("tenantId", "=", tenantId)
    .where("servicePrincipalId", "=", servicePrincipalId)
    .forUpdate()
    .execute();
}
