import type { OperationTable } from "../../operation-table.ts";

const lookUp = ["CrossTenantInformation.ReadBasic.All"];

export const tenantRelationshipOperations = {
  "GET /tenantRelationships/findTenantInformationByTenantId(tenantId=':tenantId')": {
    summary: "Look another organisation of the deployment up by its id",
    delegated: lookUp,
    application: lookUp,
  },
  "GET /tenantRelationships/findTenantInformationByDomainName(domainName=':domainName')": {
    summary: "Look another organisation of the deployment up by a domain it has verified",
    delegated: lookUp,
    application: lookUp,
  },
} as const satisfies OperationTable;
