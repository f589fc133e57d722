import type { Actor } from "../../domain/audit/circumstances.ts";
import type { DirectoryRole } from "../../domain/directory/rules/directory-role.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { DirectoryAccess } from "../../domain/policies/rules/guest-directory-access.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { denied, type GraphError } from "./graph-error.ts";
import { type GraphOperation, permissionsOf } from "./permissions.ts";

/** Who calls: a person through an application, or an application by itself. */
export type Caller = {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** Scopes or application roles of the token. */
  readonly permissions: ReadonlySet<string>;
} & (
  | {
      readonly kind: "user";
      readonly user: User;
      readonly roles: readonly DirectoryRole[];
      /** How far the person sees, whatever the application may. */
      readonly access: DirectoryAccess;
    }
  | { readonly kind: "application" }
);

/** The caller's own object in the directory. */
export function directoryIdOf({ actor }: Caller): string | undefined {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "application" ? actor.servicePrincipalId : undefined;
}

/** Whether the token has one of these permissions. */
export function hasPermission(caller: Caller, permissions: readonly string[]): boolean {
  return permissions.some((permission) => caller.permissions.has(permission));
}

/** Whether the person who calls holds one of these directory roles. */
export function holdsRole(caller: Caller, ...roles: readonly DirectoryRole[]): boolean {
  return caller.kind === "user" && caller.roles.some((role) => roles.includes(role));
}

/** Throws unless the token permits the operation, at least on the caller's own object. */
export function checkPermission(caller: Caller, operation: GraphOperation): void {
  const { delegated, own = [], application } = permissionsOf(operation);
  const sufficient = caller.kind === "user" ? [...delegated, ...own] : application;
  if (!hasPermission(caller, sufficient)) throw missingPermission(caller, sufficient);
}

/** Throws unless the token permits the operation on somebody else than the caller. */
export function checkPermissionOnOthers(caller: Caller, operation: GraphOperation): void {
  const { delegated, application } = permissionsOf(operation);
  const sufficient = caller.kind === "user" ? delegated : application;
  if (!hasPermission(caller, sufficient)) throw missingPermission(caller, sufficient);
}

/** The refusal that names what would be enough. */
export function missingPermission(caller: Caller, sufficient: readonly string[]): GraphError {
  const kind = caller.kind === "user" ? "a delegated permission" : "an application permission";
  const message =
    sufficient.length > 0
      ? `The access token lacks ${kind}. Any one of these is enough: ${sufficient.join(", ")}. Grant it to the application and get a new token.`
      : "Applications cannot do this by themselves; it takes a token of a signed-in person.";
  return denied({ code: "MissingPermission", message });
}

/** The refusal that names the directory roles that would be enough. */
export function missingRole(...roles: readonly string[]): GraphError {
  return denied({
    code: "MissingDirectoryRole",
    message: `The signed-in person needs one of these directory roles: ${roles.join(", ")}.`,
  });
}
