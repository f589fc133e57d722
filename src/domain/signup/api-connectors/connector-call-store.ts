import type { Insertable, Selectable } from "kysely";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { ApiConnectorCallTable } from "../../../platform/database/schema/signup-tables.ts";
import type { ConnectorKey } from "./api-connector-store.ts";

type CallRow = Selectable<ApiConnectorCallTable>;

export async function insertConnectorCall(
  handle: DatabaseHandle,
  row: Insertable<ApiConnectorCallTable>,
): Promise<void> {
  await handle.insertInto("apiConnectorCall").values(row).execute();
}

/** The newest calls of a connector. */
export function selectConnectorCalls(
  handle: DatabaseHandle,
  { tenantId, connectorId }: ConnectorKey,
  most: number,
): Promise<CallRow[]> {
  return handle
    .selectFrom("apiConnectorCall")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("connectorId", "=", connectorId)
    .orderBy("callId", "desc")
    .limit(most)
    .execute();
}

/** Of every tenant. */
export async function deleteConnectorCallsBefore(handle: DatabaseHandle, moment: Date): Promise<void> {
  await handle.deleteFrom("apiConnectorCall").where("occurredAt", "<", moment).execute();
}
