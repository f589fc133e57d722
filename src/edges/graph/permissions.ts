import type { OperationRow, OperationTable } from "./operation-table.ts";
import { agreementOperations } from "./resources/agreements/agreement-operations.ts";
import { apiConnectorOperations } from "./resources/api-connectors/api-connector-operations.ts";
import { assignmentOperations } from "./resources/app-role-assignments/assignment-operations.ts";
import { applicationOperations } from "./resources/applications/application-operations.ts";
import { auditLogOperations } from "./resources/audit-logs/audit-log-operations.ts";
import { authenticationMethodOperations } from "./resources/authentication-methods/authentication-method-operations.ts";
import { brandingOperations } from "./resources/branding/branding-operations.ts";
import { conditionalAccessOperations } from "./resources/conditional-access/conditional-access-operations.ts";
import { deletedItemOperations } from "./resources/deleted-items/deleted-item-operations.ts";
import { directoryObjectOperations } from "./resources/directory-objects/directory-object-operations.ts";
import { servicePrincipalMembershipOperations } from "./resources/directory-objects/service-principal-membership-operations.ts";
import { domainOperations } from "./resources/domains/domain-operations.ts";
import { federationConfigurationOperations } from "./resources/federation-configurations/federation-configuration-operations.ts";
import { groupOperations } from "./resources/groups/group-operations.ts";
import { identityProviderOperations } from "./resources/identity-providers/identity-provider-operations.ts";
import { invitationOperations } from "./resources/invitations/invitation-operations.ts";
import { organizationOperations } from "./resources/organization/organization-operations.ts";
import { grantOperations } from "./resources/permission-grants/grant-operations.ts";
import { photoOperations } from "./resources/photos/photo-operations.ts";
import { policyOperations } from "./resources/policies/policy-operations.ts";
import { roleOperations } from "./resources/roles/role-operations.ts";
import { servicePrincipalOperations } from "./resources/service-principals/service-principal-operations.ts";
import { tenantRelationshipOperations } from "./resources/tenant-relationships/tenant-relationship-operations.ts";
import { userFlowAttributeOperations } from "./resources/user-flow-attributes/attribute-operations.ts";
import { userFlowOperations } from "./resources/user-flows/user-flow-operations.ts";
import { userOperations } from "./resources/users/user-operations.ts";

/**
 * Every operation of Graph that there is, with what it takes: one table, written resource by resource. The routes are
 * made from it, so an operation without a row cannot be reached.
 */
export const operations = {
  ...apiConnectorOperations,
  ...invitationOperations,
  ...userOperations,
  ...photoOperations,
  ...organizationOperations,
  ...brandingOperations,
  ...domainOperations,
  ...groupOperations,
  ...directoryObjectOperations,
  ...servicePrincipalMembershipOperations,
  ...deletedItemOperations,
  ...roleOperations,
  ...policyOperations,
  ...conditionalAccessOperations,
  ...agreementOperations,
  ...tenantRelationshipOperations,
  ...applicationOperations,
  ...servicePrincipalOperations,
  ...assignmentOperations,
  ...grantOperations,
  ...auditLogOperations,
  ...identityProviderOperations,
  ...federationConfigurationOperations,
  ...userFlowOperations,
  ...userFlowAttributeOperations,
  ...authenticationMethodOperations,
} as const satisfies OperationTable;

export type GraphOperation = keyof typeof operations;

/** The same table for those who do not know the keys. */
export function permissionsOf(operation: GraphOperation): OperationRow {
  return operations[operation];
}
