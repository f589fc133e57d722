import type { GraphRequest } from "../../graph-request.ts";
import { answerWithCount } from "../identity-providers/affected-guests-endpoint.ts";
import { answerWithResets } from "../identity-providers/reset-guests-endpoint.ts";
import { answerWithReport } from "../identity-providers/test-connection-endpoint.ts";
import { addressedConfiguration } from "./addressed-configuration.ts";

/** `POST …/federationConfigurations/{id}/testConnection`. */
export async function testFederationEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithReport(request, await addressedConfiguration(request));
}

/** `GET …/federationConfigurations/{id}/affectedGuests/$count`. */
export async function countGuestsOfFederationEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithCount(request, await addressedConfiguration(request));
}

/** `POST …/federationConfigurations/{id}/resetGuests`. */
export async function resetGuestsOfFederationEndpoint(request: GraphRequest): Promise<Response> {
  return answerWithResets(request, await addressedConfiguration(request));
}
