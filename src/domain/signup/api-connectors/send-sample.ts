import type { Machine } from "../../../platform/machine.ts";
import type { ApiConnector, ConnectorStep } from "../rules/api-connector.ts";
import { callApiConnector } from "./call-api-connector.ts";
import { type ConnectorCall, listConnectorCalls } from "./find-api-connectors.ts";

/** Nobody is called so: the domain is reserved for examples (RFC 2606). */
const samplePerson = {
  DisplayName: "Sample Person",
  GivenName: "Sample",
  Surname: "Person",
  City: "Sampleton",
} as const;
const sampleAddress = "sample.person@example.com";

/** Asks an API about an invented person; the call as the log has it. */
export async function sendSample(
  machine: Machine,
  input: {
    readonly connector: ApiConnector;
    readonly step: ConnectorStep;
    /** The address of the invented person, for APIs that decide by it. */
    readonly email?: string | undefined;
    readonly correlationId: string;
  },
): Promise<ConnectorCall | undefined> {
  const { connector, step, email = sampleAddress, correlationId } = input;
  const { callId } = await callApiConnector(machine, {
    connector,
    question: {
      step,
      email,
      identity: { issuer: "mail", subject: email },
      values: samplePerson,
      languageTag: "en-US",
      applicationId: "00000000-0000-0000-0000-000000000000",
    },
    flowName: undefined,
    correlationId,
  });
  return (await listConnectorCalls(machine.database, connector)).find((made) => made.callId === callId);
}
