import type { GraphRequest } from "../../graph-request.ts";
import { answerWithReport } from "../identity-providers/test-connection-endpoint.ts";
import { addressedConfiguration } from "./addressed-configuration.ts";

/** `POST …/federationConfigurations/{id}/testConnection`. */
export async function testFederationEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithReport(request, await addressedConfiguration(request));
}
