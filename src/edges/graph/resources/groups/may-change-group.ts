import { ownsGroup } from "../../../../domain/directory/find-related-objects.ts";
import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";

const roles = ["global-administrator", "groups-administrator", "user-administrator"] as const;
const roleNames = ["Groups Administrator", "User Administrator", "Global Administrator"] as const;

/** Throws 403 unless the caller may open groups: people need a role for it. */
export function checkMayCreateGroups(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...roles)) throw missingRole(...roleNames);
}

/** Throws 403 unless the caller administers groups or owns this one. */
export async function checkMayChangeGroup(machine: Machine, caller: Caller, group: Group): Promise<void> {
  if (caller.kind === "application" || holdsRole(caller, ...roles)) return;
  if (await ownsGroup(machine.database, caller.tenantId, group.groupId, caller.user.userId)) return;
  throw denied({
    code: "NotGroupOwner",
    target: group.groupId,
    message: `The signed-in person must own the group or hold one of these directory roles: ${roleNames.join(", ")}.`,
  });
}
