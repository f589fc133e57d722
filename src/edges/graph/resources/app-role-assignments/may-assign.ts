import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import { graphApplicationId } from "../../../../domain/applications/rules/graph-permissions.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { ownsPresence } from "../service-principals/may-change-service-principal.ts";

/**
 * Throws 403 unless the caller may decide who uses a resource in which role: by role, or as its owner here. What an application may do over Graph as
 * itself is decided by those who may give directory roles: it could give itself everything else.
 */
export async function checkMayAssign(
  machine: Machine,
  caller: Caller,
  resource: ApplicationInTenant,
): Promise<void> {
  if (caller.kind === "application") return;
  if (resource.application.applicationId === graphApplicationId) {
    if (holdsRole(caller, "global-administrator", "privileged-role-administrator")) return;
    throw missingRole("Privileged Role Administrator", "Global Administrator");
  }
  if (
    holdsRole(caller, "application-administrator", "cloud-application-administrator", "global-administrator")
  )
    return;
  if (await ownsPresence(machine, caller, resource)) return;
  throw missingRole("Application Administrator", "Cloud Application Administrator", "Global Administrator");
}
