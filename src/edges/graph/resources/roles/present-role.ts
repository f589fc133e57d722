import { type DirectoryRole, directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";

/** A role as `directoryRole`. Its id is that of its template: what a role opens is the same in every organisation. */
export function presentDirectoryRole(role: DirectoryRole): Record<string, unknown> {
  const { templateId, displayName, description } = directoryRoles[role];
  return { id: templateId, deletedDateTime: null, description, displayName, roleTemplateId: templateId };
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
