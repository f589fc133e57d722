import type { GraphEndpoint } from "../../graph-request.ts";
import type { organizationOperations } from "./organization-operations.ts";
import { listOrganizationsEndpoint, readOrganizationEndpoint } from "./read-organization-endpoint.ts";
import { updateOrganizationEndpoint } from "./update-organization-endpoint.ts";

export const organizationEndpoints: Record<keyof typeof organizationOperations, GraphEndpoint> = {
  "GET /organization": listOrganizationsEndpoint,
  "GET /organization/:id": readOrganizationEndpoint,
  "PATCH /organization/:id": updateOrganizationEndpoint,
};
