import type { AppRoleId, Branded, TenantId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertAppRoleAssignment } from "./assignment-store.ts";
import { type AppRolePrincipal, defaultAppRoleId } from "./rules/app-role-assignment.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

export interface RecordedAssignment {
  readonly tenantId: TenantId;
  readonly principal: AppRolePrincipal & { readonly displayName: string };
  readonly resource: ApplicationInTenant;
  /** Undefined: access without a role. */
  readonly role: { readonly roleId: AppRoleId; readonly value: string | undefined } | undefined;
}

/**
 * Records that somebody may use an application, within a transaction of the caller, who calls `forgetAppRoles` after
 * the commit. False when it was so already.
 */
export async function recordAssignment(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  { tenantId, principal, resource, role }: RecordedAssignment,
): Promise<boolean> {
  const isAdded = await insertAppRoleAssignment(transaction, {
    tenantId,
    assignmentId: newOrderedIdentifier<Branded<"AssignmentId">>(now),
    principalKind: principal.kind,
    principalId: principal.id,
    resourceId: resource.servicePrincipal.servicePrincipalId,
    roleId: role?.roleId ?? defaultAppRoleId,
    createdAt: now,
  });
  if (!isAdded) return false;
  const { application } = resource;
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "app-role-assigned",
    result: "success",
    target: { kind: "application", id: application.applicationId, name: application.displayName },
    details: {
      principalKind: principal.kind,
      principalId: principal.id,
      principalName: principal.displayName,
      role: role?.value ?? null,
    },
  });
  return true;
}
