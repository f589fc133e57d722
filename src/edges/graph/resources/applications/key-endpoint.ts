import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct } from "./may-change-application.ts";

/**
 * `POST /applications/{id}/addKey` and `removeKey`, by which an application renews its own certificate with a proof
 * signed by the old one: refused with the way that is offered.
 */
export async function refuseKeyEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  throw badRequest("Keys are not added and removed one by one with a proof here.", {
    code: "OperationUnsupported",
    target: "keyCredentials",
    message:
      "PATCH /applications/{id} with keyCredentials: entries of certificates that stay by their keyId, new ones with key; those left out are removed.",
  });
}
