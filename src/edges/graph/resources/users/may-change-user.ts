import { rolesOf } from "../../../../domain/directory/find-roles.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { UserChanges } from "../../../../domain/directory/update-user.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, checkPermissionOnOthers, hasPermission, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import { type GraphOperation, permissionsOf } from "../../permissions.ts";
import { isSelf } from "./user-view.ts";

/** What people may change of themselves without a role. */
const ownChanges: ReadonlySet<keyof UserChanges> = new Set([
  "mobilePhone",
  "businessPhones",
  "preferredLanguage",
]);

/** Throws 403 unless the caller may make these changes. */
export async function checkMayUpdate(
  machine: Machine,
  caller: Caller,
  target: User,
  changes: UserChanges,
): Promise<void> {
  const isOwnChange = (Object.keys(changes) as (keyof UserChanges)[]).every((name) => ownChanges.has(name));
  if (isSelf(caller, target) && isOwnChange) {
    const { delegated, own } = permissionsOf("PATCH /users/:id");
    if (hasPermission(caller, [...delegated, ...(own ?? [])])) return;
  }
  await checkMayAdminister(machine, caller, target, "PATCH /users/:id");
}

/** Throws 403 unless the caller may add people of the organisation. */
export function checkMayCreateUsers(caller: Caller): void {
  checkPermissionOnOthers(caller, "POST /users");
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "user-administrator"))
    throw missingRole("User Administrator", "Global Administrator");
}

/** Throws 403 unless the caller administers users, and is not below the target. */
export async function checkMayAdminister(
  machine: Machine,
  caller: Caller,
  target: User,
  operation: GraphOperation,
): Promise<void> {
  checkPermissionOnOthers(caller, operation);
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "user-administrator"))
    throw missingRole("User Administrator", "Global Administrator");
  // Who could disable, readdress or delete an administrator would be one.
  const targetRoles = await rolesOf(machine.database, caller.tenantId, target.userId);
  if (targetRoles.length === 0 || holdsRole(caller, "global-administrator")) return;
  throw denied({
    code: "TargetHoldsDirectoryRole",
    target: target.userId,
    message: "This user holds a directory role. Only a signed-in Global Administrator can do this to them.",
  });
}
