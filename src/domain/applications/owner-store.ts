import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { Application } from "./rules/application.ts";
import type { ApplicationOwner } from "./rules/application-owner.ts";

type Registration = Pick<Application, "tenantId" | "objectId">;

/** Makes somebody an owner; false when they are one already. */
export async function insertOwner(
  transaction: DatabaseTransaction,
  { tenantId, objectId }: Registration,
  owner: ApplicationOwner,
  now: Date,
): Promise<boolean> {
  const added = await transaction
    .insertInto("applicationOwner")
    .values({ tenantId, objectId, ownerId: owner.id, ownerKind: owner.kind, addedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Takes ownership away; false when they are no owner. */
export async function deleteOwner(
  transaction: DatabaseTransaction,
  { tenantId, objectId }: Registration,
  ownerId: string,
): Promise<boolean> {
  const deleted = await transaction
    .deleteFrom("applicationOwner")
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .where("ownerId", "=", ownerId as ApplicationOwner["id"])
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** The owners of a registration, in the order in which they became it. */
export async function selectOwners(
  handle: DatabaseHandle,
  { tenantId, objectId }: Registration,
): Promise<ApplicationOwner[]> {
  const rows = await handle
    .selectFrom("applicationOwner")
    .select(["ownerId as id", "ownerKind as kind"])
    .where("tenantId", "=", tenantId)
    .where("objectId", "=", objectId)
    .orderBy("addedAt")
    .orderBy("ownerId")
    .execute();
  return rows as ApplicationOwner[];
}
