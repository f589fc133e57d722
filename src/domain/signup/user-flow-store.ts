import type { Insertable, Selectable, Updateable } from "kysely";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId, UserFlowId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { UserFlowTable } from "../../platform/database/schema/signup-tables.ts";
import { type FlowParts, partsOf, selectFlowParts } from "./flow-part-store.ts";
import type { UserFlow } from "./rules/user-flow.ts";

/** A tenant's flows, complete, by name. */
export async function selectUserFlows(handle: DatabaseHandle, tenantId: TenantId): Promise<UserFlow[]> {
  const [rows, parts] = await Promise.all([
    handle.selectFrom("userFlow").selectAll().where("tenantId", "=", tenantId).orderBy("name").execute(),
    selectFlowParts(handle, tenantId),
  ]);
  return rows.map((row) => flowFromRow(row, parts));
}

/** A flow's own row, locked until the transaction ends: whoever changes any part of it comes before or after. */
export async function lockUserFlow(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  flowId: UserFlowId,
): Promise<boolean> {
  const row = await transaction
    .selectFrom("userFlow")
    .select("flowId")
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the tenant has a flow of this name, in whatever case. */
export async function insertUserFlow(
  transaction: DatabaseTransaction,
  row: Insertable<UserFlowTable>,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto("userFlow")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("flowId")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateUserFlowRow(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  flowId: UserFlowId,
  change: Updateable<UserFlowTable>,
): Promise<void> {
  await transaction
    .updateTable("userFlow")
    .set(change)
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .execute();
}

/** False when there was none. */
export async function deleteUserFlowRow(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  flowId: UserFlowId,
): Promise<boolean> {
  const outcome = await transaction
    .deleteFrom("userFlow")
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}

function flowFromRow(row: Selectable<UserFlowTable>, parts: FlowParts): UserFlow {
  return {
    tenantId: row.tenantId,
    flowId: row.flowId,
    name: row.name,
    allowsOrganisations: row.allowsOrganisations,
    allowsEmailCode: row.allowsEmailCode,
    allowedDomains: row.allowedDomains as DomainName[],
    blockedDomains: row.blockedDomains as DomainName[],
    signUpsPerHour: row.signUpsPerHour,
    languages: row.languages,
    defaultLanguage: row.defaultLanguage,
    requiresApproval: row.requiresApproval,
    providersFirst: row.providersFirst,
    createdAt: row.createdAt,
    ...partsOf(row.flowId, parts),
  };
}
