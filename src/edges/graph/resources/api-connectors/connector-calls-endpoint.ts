import {
  type ConnectorCall,
  listConnectorCalls,
} from "../../../../domain/signup/api-connectors/find-api-connectors.ts";
import type { ConnectorStep } from "../../../../domain/signup/rules/api-connector.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { wireMoment } from "../../graph-response.ts";
import { listFew } from "../../odata/list-few.ts";
import { addressedConnector } from "./addressed-connector.ts";

/** The steps on the wire. */
export const wireSteps: Record<ConnectorStep, string> = {
  "after-proof": "postFederationSignup",
  "before-creation": "postAttributeCollection",
};

/** `GET /identity/apiConnectors/{id}/calls`: an extension. */
export async function listCallsEndpoint(request: GraphRequest): Promise<Response> {
  const connector = await addressedConnector(request);
  const calls = await listConnectorCalls(request.machine.database, connector);
  return listFew(request, `identity/apiConnectors('${connector.connectorId}')/calls`, calls.map(presentCall));
}

/** A call on the wire. */
export function presentCall(call: ConnectorCall): Record<string, unknown> {
  return {
    id: call.callId,
    step: wireSteps[call.step],
    userFlowId: call.flowName === null ? null : `B2X_1_${call.flowName}`,
    createdDateTime: wireMoment(call.occurredAt),
    attempts: call.attempts,
    durationInMilliseconds: call.durationMilliseconds,
    outcome: call.outcome,
    reason: call.reason,
    status: call.status,
    request: call.request,
    response: call.answer,
    correlationId: call.correlationId,
  };
}
