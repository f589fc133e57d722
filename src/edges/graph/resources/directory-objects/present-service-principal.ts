import type { ServicePrincipal } from "../../../../domain/applications/rules/application.ts";
import { type Caller, hasPermission } from "../../caller.ts";

const properties: Readonly<Record<string, (principal: ServicePrincipal) => unknown>> = {
  id: (principal) => principal.servicePrincipalId,
  accountEnabled: (principal) => principal.accountEnabled,
  appDisplayName: (principal) => principal.displayName,
  appId: (principal) => principal.applicationId,
  appRoleAssignmentRequired: (principal) => principal.assignmentRequired,
  deletedDateTime: () => null,
  displayName: (principal) => principal.displayName,
  servicePrincipalType: () => "Application",
};

const sufficient = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** Whether service principals have a property of this name. */
export function isServicePrincipalProperty(name: string): boolean {
  return Object.hasOwn(properties, name);
}

/** A service principal that the caller came upon: without permission only that it exists. */
export function presentFoundServicePrincipal(
  caller: Caller,
  principal: ServicePrincipal,
  select: readonly string[] = Object.keys(properties),
): Record<string, unknown> {
  const isShown =
    hasPermission(caller, sufficient) && (caller.kind === "application" || caller.access !== "oneself");
  return Object.fromEntries(
    select.map((name) => [name, name === "id" || isShown ? properties[name]?.(principal) : null]),
  );
}
