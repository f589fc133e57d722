import { listApiConnectors } from "../../../../domain/signup/api-connectors/find-api-connectors.ts";
import { type ConnectorStep, connectorSteps } from "../../../../domain/signup/rules/api-connector.ts";
import { setFlowConnector } from "../../../../domain/signup/set-flow-connector.ts";
import { type ApiConnectorId, parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { wireSteps } from "../api-connectors/connector-calls-endpoint.ts";
import { presentApiConnector } from "../api-connectors/present-api-connector.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { lastSegment } from "./last-segment.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** `GET …/apiConnectorConfiguration`: with `$expand`, the whole connector of each step. */
export async function readFlowConnectorsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller, c } = request;
  const flow = await addressedFlow(request);
  const connectors = await listApiConnectors(machine.database, caller.tenantId);
  const shown = Object.fromEntries(
    connectorSteps.map((step) => {
      const connector = connectors.find(({ connectorId }) => connectorId === flow.connectors[step]);
      return [wireSteps[step], connector ? presentApiConnector(connector, machine.clock()) : null];
    }),
  );
  // Both may be expanded at once, separated by a comma.
  const asked = (c.req.query("$expand") ?? "").split(",").filter((name) => name !== "");
  const unknown = asked.find((name) => !Object.hasOwn(shown, name));
  if (unknown !== undefined) throw badRequest(`Could not find a property named '${unknown.slice(0, 100)}'.`);
  const { publicUrl } = machine.configuration;
  return showConfiguration(
    request,
    publicUrl,
    wireFlowId(flow),
    Object.fromEntries(asked.map((name) => [name, shown[name]])),
  );
}

function showConfiguration(
  { c }: GraphRequest,
  publicUrl: string,
  flowId: string,
  expanded: Readonly<Record<string, unknown>>,
): Response {
  const context = `${publicUrl}/v1.0/$metadata#identity/b2xUserFlows('${flowId}')/apiConnectorConfiguration`;
  return graphJson(c, { "@odata.context": context, ...expanded });
}

/** `PUT …/apiConnectorConfiguration/{step}/$ref`; an empty body takes the connector away. */
export async function setFlowConnectorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const step = stepIn(c.req.param("step") ?? "");
  const connectorId = namedConnector(await readJsonObject(request));
  const outcome = await setFlowConnector(machine, circumstances(request), { flow, step, connectorId });
  if (!outcome.ok) throw userFlowError(outcome.refusal, connectorId ?? "");
  return c.body(null, 204);
}

function namedConnector(reference: Record<string, unknown>): ApiConnectorId | undefined {
  if (Object.keys(reference).length === 0) return undefined;
  const named = lastSegment(reference);
  const connectorId = parseGuid<ApiConnectorId>(named);
  if (connectorId === undefined) throw notFound(named.slice(0, 100));
  return connectorId;
}

/** References to connectors by the names of the steps. */
export type ConnectorReferences = Readonly<Record<string, Record<string, unknown>>>;

/** The connectors that a new flow names in its `apiConnectorConfiguration`. Throws 404 unless there are such. */
export async function findNamedConnectors(
  { machine, caller }: GraphRequest,
  references: ConnectorReferences,
): Promise<{ readonly step: ConnectorStep; readonly connectorId: ApiConnectorId }[]> {
  const known = await listApiConnectors(machine.database, caller.tenantId);
  return Object.entries(references).flatMap(([name, reference]) => {
    const connectorId = namedConnector(reference);
    if (connectorId === undefined) return [];
    if (!known.some((connector) => connector.connectorId === connectorId)) throw notFound(connectorId);
    return [{ step: stepIn(name), connectorId }];
  });
}

function stepIn(name: string): ConnectorStep {
  const step = connectorSteps.find((one) => wireSteps[one].toLowerCase() === name.toLowerCase());
  if (step !== undefined) return step;
  throw badRequest(`Resource not found for the segment '${name.slice(0, 100)}'.`, {
    code: "StepUnknown",
    message: `There are ${Object.values(wireSteps).join(" and ")}.`,
  });
}
