import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { findAddressedServicePrincipal } from "./find-addressed-service-principal.ts";

/** Secrets and certificates belong to registrations here: refused with the address where they do. */
export async function refuseCredentialEndpoint(request: GraphRequest): Promise<Response> {
  const { application } = await findAddressedServicePrincipal(request);
  throw badRequest("Service principals have no credentials of their own here.", {
    code: "OperationUnsupported",
    message: `Secrets: POST /applications(appId='${application.applicationId}')/addPassword or removePassword. Certificates: PATCH there, with keyCredentials.`,
  });
}
