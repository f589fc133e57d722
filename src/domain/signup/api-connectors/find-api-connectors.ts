import type { TenantId } from "../../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../../platform/database/database.ts";
import type { ApiConnector } from "../rules/api-connector.ts";
import { type ConnectorKey, selectConnectors } from "./api-connector-store.ts";
import { selectConnectorCalls } from "./connector-call-store.ts";

/** A call as the administrator's log keeps it. */
export type ConnectorCall = Awaited<ReturnType<typeof selectConnectorCalls>>[number];

/** A tenant's connectors, in the order they were made; read anew, since nodes share what they know of failures. */
export function listApiConnectors(handle: DatabaseHandle, tenantId: TenantId): Promise<ApiConnector[]> {
  return selectConnectors(handle, tenantId);
}

/** One of them; undefined when there is none. */
export async function findApiConnector(
  handle: DatabaseHandle,
  { tenantId, connectorId }: ConnectorKey,
): Promise<ApiConnector | undefined> {
  return (await selectConnectors(handle, tenantId)).find(
    (connector) => connector.connectorId === connectorId,
  );
}

const mostCallsShown = 100;

/** Its newest calls, the last one first. */
export function listConnectorCalls(handle: DatabaseHandle, key: ConnectorKey): Promise<ConnectorCall[]> {
  return selectConnectorCalls(handle, key, mostCallsShown);
}
