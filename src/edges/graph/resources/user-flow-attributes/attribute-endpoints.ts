import type { GraphEndpoint } from "../../graph-request.ts";
import type { userFlowAttributeOperations } from "./attribute-operations.ts";
import {
  createAttributeEndpoint,
  deleteAttributeEndpoint,
  listAttributesEndpoint,
  readAttributeEndpoint,
  updateAttributeEndpoint,
} from "./attributes-endpoint.ts";

export const userFlowAttributeEndpoints: Record<keyof typeof userFlowAttributeOperations, GraphEndpoint> = {
  "GET /identity/userFlowAttributes": listAttributesEndpoint,
  "POST /identity/userFlowAttributes": createAttributeEndpoint,
  "GET /identity/userFlowAttributes/:attributeId": readAttributeEndpoint,
  "PATCH /identity/userFlowAttributes/:attributeId": updateAttributeEndpoint,
  "DELETE /identity/userFlowAttributes/:attributeId": deleteAttributeEndpoint,
};
