import { rolesOf } from "../../../../domain/directory/find-roles.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, checkPermissionOnOthers, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import type { GraphOperation } from "../../permissions.ts";
import { isSelf } from "../users/user-view.ts";

const overAnybody = ["privileged-authentication-administrator", "global-administrator"] as const;
const overPeople = ["authentication-administrator", ...overAnybody] as const;

/** Throws 403 unless the caller may know how the user signs in. */
export function checkMayReadMethods(caller: Caller, user: User, operation: GraphOperation): void {
  if (isSelf(caller, user)) return;
  checkPermissionOnOthers(caller, operation);
  if (caller.kind === "application" || holdsRole(caller, ...overPeople, "global-reader")) return;
  throw missingRole(
    "Authentication Administrator",
    "Privileged Authentication Administrator",
    "Global Reader",
    "Global Administrator",
  );
}

/**
 * Throws 403 unless the caller may reset how the user signs in: whoever could take an administrator's second proof away
 * would be nearer to being one. Nobody resets their own: a token may be had by the first proof alone.
 */
export async function checkMayResetMethods(
  machine: Machine,
  caller: Caller,
  user: User,
  operation: GraphOperation,
): Promise<void> {
  if (isSelf(caller, user))
    throw denied({
      code: "OwnMethod",
      message:
        "People remove their own authenticator app in My Apps, by a code of it. Somebody else can reset it.",
    });
  checkPermissionOnOthers(caller, operation);
  if (caller.kind === "user" && !holdsRole(caller, ...overPeople))
    throw missingRole(
      "Authentication Administrator",
      "Privileged Authentication Administrator",
      "Global Administrator",
    );
  const rolesOfUser = await rolesOf(machine.database, caller.tenantId, user.userId);
  if (rolesOfUser.length === 0 || holdsRole(caller, ...overAnybody)) return;
  throw denied({
    code: "TargetHoldsDirectoryRole",
    target: user.userId,
    message:
      "This user holds a directory role. Only a signed-in Privileged Authentication Administrator or Global Administrator can do this to them.",
  });
}
