import type { AppRoleId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { findGroup } from "../directory/find-groups.ts";
import { findUser } from "../directory/find-user.ts";
import { forgetAppRoles } from "./find-app-roles.ts";
import { findApplicationByServicePrincipal } from "./find-application.ts";
import { recordAssignment } from "./record-assignment.ts";
import { type AppRolePrincipal, defaultAppRoleId } from "./rules/app-role-assignment.ts";
import type { AppRole } from "./rules/application.ts";

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

  const isAdded = await machine.database.transaction().execute((transaction) =>
    recordAssignment(transaction, now, circumstances, {
      tenantId,
      principal: { ...principal, displayName: principalName },
      resource,
      role: role.value,
    }),
  );
  forgetAppRoles(machine.database);
  return accept(isAdded ? "assigned" : "already-assigned");
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
