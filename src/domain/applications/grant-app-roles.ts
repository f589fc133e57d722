import type { AppRoleId, Branded, TenantId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertAppRoleAssignment } from "./assignment-store.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

/** Roles of one resource that an application gets for itself. */
export interface NewAppRoleGrant {
  readonly tenantId: TenantId;
  readonly client: Pick<ApplicationInTenant["servicePrincipal"], "servicePrincipalId" | "displayName">;
  readonly resource: ApplicationInTenant;
  readonly roles: readonly { readonly roleId: AppRoleId; readonly value: string }[];
}

/**
 * Records that an administrator lets an application act as itself; what it holds already stays. The caller calls
 * `forgetAppRoles` after the commit.
 */
export async function grantAppRoles(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  { tenantId, client, resource, roles }: NewAppRoleGrant,
): Promise<void> {
  for (const { roleId, value } of roles) {
    const isAdded = await insertAppRoleAssignment(transaction, {
      tenantId,
      assignmentId: newOrderedIdentifier<Branded<"AssignmentId">>(now),
      principalKind: "service-principal",
      principalId: client.servicePrincipalId,
      resourceId: resource.servicePrincipal.servicePrincipalId,
      roleId,
      createdAt: now,
    });
    if (!isAdded) continue;
    const { applicationId, displayName } = resource.application;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "app-role-assigned",
      result: "success",
      target: { kind: "application", id: applicationId, name: displayName },
      details: {
        principalKind: "service-principal",
        principalId: client.servicePrincipalId,
        principalName: client.displayName,
        role: value,
      },
    });
  }
}
