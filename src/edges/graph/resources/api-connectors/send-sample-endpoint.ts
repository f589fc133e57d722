import { sendSample } from "../../../../domain/signup/api-connectors/send-sample.ts";
import { connectorSteps } from "../../../../domain/signup/rules/api-connector.ts";
import { type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { addressedConnector } from "./addressed-connector.ts";
import { sampleBody } from "./api-connector-body.ts";
import { presentCall, wireSteps } from "./connector-calls-endpoint.ts";
import { readTypedBody } from "./read-typed-body.ts";

/**
 * `POST /identity/apiConnectors/{id}/sendSample`: asks the API about an invented person and answers with the call as
 * the log has it. An extension.
 */
export async function sendSampleEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const connector = await addressedConnector(request);
  const isEmpty = (await c.req.text()) === "";
  const { step: wireStep, email } = readTypedBody(sampleBody, isEmpty ? {} : await readJsonObject(request));
  const step = connectorSteps.find((name) => wireSteps[name] === wireStep) ?? "before-creation";
  const call = await sendSample(machine, { connector, step, email, correlationId: c.get("correlationId") });
  return graphJson(c, call ? presentCall(call) : {});
}
