import { ownersOf } from "../../../../domain/applications/change-owners.ts";
import { findAppRolesHeld } from "../../../../domain/applications/find-app-roles-held.ts";
import type { Application } from "../../../../domain/applications/rules/application.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, directoryIdOf, hasPermission, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";

/** Throws 403 for guests who do not see what members see. */
export function checkMayReadApplications(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read applications here." });
}

/** Whether the caller administers applications, whoever owns them. */
function administersApplications(caller: Caller): boolean {
  return caller.kind === "application"
    ? hasPermission(caller, ["Application.ReadWrite.All"])
    : holdsRole(
        caller,
        "application-administrator",
        "cloud-application-administrator",
        "global-administrator",
      );
}

/** Throws 403 unless the caller may register applications: by role, or as an application that will own what it makes. */
export function checkMayRegister(caller: Caller): void {
  if (caller.kind === "user" && !administersApplications(caller)) throw lacksRole();
}

/** Throws 403 unless the caller administers applications or owns this one. */
export async function checkMayChange(
  machine: Machine,
  caller: Caller,
  application: Application,
): Promise<void> {
  if (administersApplications(caller) || (await isOwner(machine, caller, application))) return;
  if (caller.kind === "user") throw lacksRole();
  throw denied({
    code: "NotOwner",
    target: application.objectId,
    message:
      "With Application.ReadWrite.OwnedBy an application changes only what it owns. Add it to the owners, or grant Application.ReadWrite.All.",
  });
}

/**
 * Throws 403 unless the caller may make others act as this application, by a credential or an owner. Who could do so
 * has its rights: so they must be the caller's own already, or the caller its owner.
 */
export async function checkMayAct(machine: Machine, caller: Caller, application: Application): Promise<void> {
  await checkMayChange(machine, caller, application);
  if (holdsRole(caller, "global-administrator")) return;
  const rights = await findAppRolesHeld(machine.database, caller.tenantId, application.applicationId);
  const missing = rights.filter((right) => caller.kind === "user" || !caller.permissions.has(right));
  if (missing.length === 0 || (await isOwner(machine, caller, application))) return;
  throw denied({
    code: "ApplicationHasMoreRights",
    target: application.objectId,
    message: `This application may do more than the caller (${missing.join(", ")}). Its owner or a signed-in Global Administrator can do this.`,
  });
}

async function isOwner(machine: Machine, caller: Caller, application: Application): Promise<boolean> {
  if (application.tenantId !== caller.tenantId) return false;
  const own = directoryIdOf(caller);
  const owners = await ownersOf(machine.database, application);
  return owners.some(({ id }) => id === own);
}

function lacksRole() {
  return missingRole("Application Administrator", "Cloud Application Administrator", "Global Administrator");
}
