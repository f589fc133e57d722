import type { GraphEndpoint } from "../../graph-request.ts";
import type { apiConnectorOperations } from "./api-connector-operations.ts";
import {
  createApiConnectorEndpoint,
  deleteApiConnectorEndpoint,
  listApiConnectorsEndpoint,
  readApiConnectorEndpoint,
  updateApiConnectorEndpoint,
  uploadClientCertificateEndpoint,
} from "./api-connectors-endpoint.ts";
import { listCallsEndpoint } from "./connector-calls-endpoint.ts";
import { sendSampleEndpoint } from "./send-sample-endpoint.ts";

export const apiConnectorEndpoints: Record<keyof typeof apiConnectorOperations, GraphEndpoint> = {
  "GET /identity/apiConnectors": listApiConnectorsEndpoint,
  "POST /identity/apiConnectors": createApiConnectorEndpoint,
  "GET /identity/apiConnectors/:id": readApiConnectorEndpoint,
  "PATCH /identity/apiConnectors/:id": updateApiConnectorEndpoint,
  "DELETE /identity/apiConnectors/:id": deleteApiConnectorEndpoint,
  "POST /identity/apiConnectors/:id/uploadClientCertificate": uploadClientCertificateEndpoint,
  "POST /identity/apiConnectors/:id/sendSample": sendSampleEndpoint,
  "GET /identity/apiConnectors/:id/calls": listCallsEndpoint,
};
