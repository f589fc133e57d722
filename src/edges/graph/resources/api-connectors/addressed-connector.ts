import { findApiConnector } from "../../../../domain/signup/api-connectors/find-api-connectors.ts";
import type { ApiConnector } from "../../../../domain/signup/rules/api-connector.ts";
import { type ApiConnectorId, parseGuid } from "../../../../foundation/identifiers.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMayManageFlows } from "../../may-manage-flows.ts";

/** The connector that an address names. Throws 403 unless the caller decides about sign-up, and 404. */
export async function addressedConnector({ c, machine, caller }: GraphRequest): Promise<ApiConnector> {
  checkMayManageFlows(caller);
  const text = c.req.param("id") ?? "";
  const connectorId = parseGuid<ApiConnectorId>(text);
  const { tenantId } = caller;
  const connector = connectorId && (await findApiConnector(machine.database, { tenantId, connectorId }));
  if (!connector) throw notFound(text.slice(0, 100));
  return connector;
}
