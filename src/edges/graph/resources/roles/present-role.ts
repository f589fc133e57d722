import { type DirectoryRole, directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";
import { type Caller, hasPermission } from "../../caller.ts";
import { permissionsOf } from "../../permissions.ts";

/** A role as `directoryRole`. Its id is that of its template: what a role opens is the same in every organisation. */
export function presentDirectoryRole(role: DirectoryRole): Record<string, unknown> {
  const { templateId, displayName, description } = directoryRoles[role];
  return { id: templateId, deletedDateTime: null, description, displayName, roleTemplateId: templateId };
}

/** Whether `directoryRole` has a property of this name. */
export function isRoleProperty(name: string): boolean {
  return Object.hasOwn(presentDirectoryRole("global-administrator"), name);
}

/** A role that the caller came upon beside something they may read: without permission only that it exists. */
export function presentFoundRole(
  caller: Caller,
  role: DirectoryRole,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const shown = presentDirectoryRole(role);
  const { delegated, application } = permissionsOf("GET /directoryRoles/:id");
  const isPermitted =
    caller.kind === "user"
      ? hasPermission(caller, delegated) && caller.access === "everybody"
      : hasPermission(caller, application);
  return Object.fromEntries(
    (select ?? Object.keys(shown)).map((name) => [name, isPermitted || name === "id" ? shown[name] : null]),
  );
}

/** A role as `directoryRoleTemplate`. */
export function presentRoleTemplate(role: DirectoryRole): Record<string, unknown> {
  const { templateId, displayName, description } = directoryRoles[role];
  return { id: templateId, deletedDateTime: null, description, displayName };
}

/** A role as `unifiedRoleDefinition`, without the actions it is made of elsewhere. */
export function presentRoleDefinition(role: DirectoryRole): Record<string, unknown> {
  const { templateId, displayName, description } = directoryRoles[role];
  return {
    id: templateId,
    description,
    displayName,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ["/"],
    templateId,
    version: "1",
  };
}
