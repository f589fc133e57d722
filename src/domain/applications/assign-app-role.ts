import type {
  AppRoleId,
  Branded,
  GroupId,
  ServicePrincipalId,
  TenantId,
  UserId,
} from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findGroup } from "../directory/find-groups.ts";
import { findUser } from "../directory/find-user.ts";
import { insertAppRoleAssignment } from "./assignment-store.ts";
import { forgetAppRoles } from "./find-app-roles.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";
import { defaultAppRoleId } from "./rules/app-role-assignment.ts";
import type { AppRole } from "./rules/application.ts";

/** Who gets the role. */
export type AppRolePrincipal =
  | { readonly kind: "user"; readonly id: UserId }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "service-principal"; readonly id: ServicePrincipalId };

export interface NewAppRoleAssignment {
  readonly tenantId: TenantId;
  readonly principal: AppRolePrincipal;
  /** Service principal of the application that owns the role. */
  readonly resourceId: ServicePrincipalId;
  /** By id or by value; neither means access without a role. */
  readonly roleId?: AppRoleId;
  readonly roleValue?: string;
}

export type AssignmentRefusal = {
  readonly code:
    | "resource-not-found"
    | "principal-not-found"
    | "app-role-not-found"
    | "app-role-not-for-principal";
};

/** Lets a person, a group or an application use an application in a role; what is assigned already stays. */
export async function assignAppRole(
  machine: Machine,
  circumstances: Circumstances,
  input: NewAppRoleAssignment,
): Promise<Result<"assigned" | "already-assigned", AssignmentRefusal>> {
  const { tenantId, principal, resourceId } = input;
  const now = machine.clock();
  const resource = await findApplicationByServicePrincipal(machine.database, tenantId, resourceId);
  if (!resource) return refuse({ code: "resource-not-found" });
  const principalName = await nameOf(machine.database, tenantId, principal);
  if (principalName === undefined) return refuse({ code: "principal-not-found" });

  const role = chooseRole(resource.application.appRoles, input);
  if (!role.ok) return role;

  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<"assigned" | "already-assigned", never>> => {
      const isAdded = await insertAppRoleAssignment(transaction, {
        tenantId,
        assignmentId: newOrderedIdentifier<Branded<"AssignmentId">>(now),
        principalKind: principal.kind,
        principalId: principal.id,
        resourceId,
        roleId: role.value.roleId,
        createdAt: now,
      });
      if (!isAdded) return accept("already-assigned");
      const { application } = resource;
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "app-role-assigned",
        result: "success",
        target: { kind: "application", id: application.applicationId, name: application.displayName },
        details: {
          principalKind: principal.kind,
          principalId: principal.id,
          principalName,
          role: role.value.value ?? null,
        },
      });
      return accept("assigned");
    });
  forgetAppRoles(machine.database);
  return outcome;
}

function chooseRole(
  roles: readonly AppRole[],
  input: NewAppRoleAssignment,
): Result<{ readonly roleId: AppRoleId; readonly value: string | undefined }, AssignmentRefusal> {
  const { roleId, roleValue, principal } = input;
  if (roleValue === undefined && (roleId === undefined || roleId === defaultAppRoleId))
    return accept({ roleId: defaultAppRoleId, value: undefined });
  const isForPrincipal = (role: AppRole) =>
    principal.kind === "service-principal" ? role.forApplications : role.forUsers;
  const named = roles.filter((role) => role.roleId === roleId || role.value === roleValue);
  const enabled = named.filter((role) => role.isEnabled);
  const role = enabled.find(isForPrincipal);
  if (role) return accept(role);
  return refuse({ code: enabled.length > 0 ? "app-role-not-for-principal" : "app-role-not-found" });
}

async function nameOf(
  handle: DatabaseHandle,
  tenantId: TenantId,
  principal: AppRolePrincipal,
): Promise<string | undefined> {
  switch (principal.kind) {
    case "user":
      return (await findUser(handle, tenantId, principal.id))?.displayName;
    case "group":
      return (await findGroup(handle, tenantId, principal.id))?.displayName;
    case "service-principal": {
      const found = await findApplicationByServicePrincipal(handle, tenantId, principal.id);
      return found?.servicePrincipal.displayName;
    }
  }
}
