import { callApiConnector } from "../../../../domain/signup/api-connectors/call-api-connector.ts";
import { listConnectorCalls } from "../../../../domain/signup/api-connectors/find-api-connectors.ts";
import { connectorSteps } from "../../../../domain/signup/rules/api-connector.ts";
import { type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { addressedConnector } from "./addressed-connector.ts";
import { sampleBody } from "./api-connector-body.ts";
import { presentCall, wireSteps } from "./connector-calls-endpoint.ts";
import { readTypedBody } from "./read-typed-body.ts";

/** Nobody is called so: the domain is reserved for examples (RFC 2606). */
const samplePerson = {
  DisplayName: "Sample Person",
  GivenName: "Sample",
  Surname: "Person",
  City: "Sampleton",
} as const;

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
  const { callId } = await callApiConnector(machine, {
    connector,
    question: {
      step,
      email: email ?? "sample.person@example.com",
      identity: { issuer: "mail", subject: email ?? "sample.person@example.com" },
      values: samplePerson,
      languageTag: "en-US",
      applicationId: "00000000-0000-0000-0000-000000000000",
    },
    flowName: undefined,
    correlationId: c.get("correlationId"),
  });
  const call = (await listConnectorCalls(machine.database, connector)).find((made) => made.callId === callId);
  return graphJson(c, call ? presentCall(call) : {});
}
