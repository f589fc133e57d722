import type { GraphEndpoint } from "../../graph-request.ts";
import { findTenantByDomainEndpoint, findTenantByIdEndpoint } from "./find-tenant-endpoint.ts";
import type { tenantRelationshipOperations } from "./tenant-relationship-operations.ts";

export const tenantRelationshipEndpoints: Record<keyof typeof tenantRelationshipOperations, GraphEndpoint> = {
  "GET /tenantRelationships/findTenantInformationByTenantId(tenantId=':tenantId')": findTenantByIdEndpoint,
  "GET /tenantRelationships/findTenantInformationByDomainName(domainName=':domainName')":
    findTenantByDomainEndpoint,
};
